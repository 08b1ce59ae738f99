import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { restoreScale, saveScale } from '../../actions/priority/save-scale.ts';
import type { TeamId } from '../../core/ids.ts';
import { listTeams } from '../../storage/access/teams.ts';
import { listVersions, readScales } from '../../storage/priority/scales.ts';
import {
  AskDryRun,
  DryRun,
  NewScale,
  Priority,
  RestoreScale,
  ScaleVersion,
  ScaleVersionList,
  VersionQuery,
} from '../../wire/priority.ts';
import type { Deps } from '../deps.ts';
import { keepReadings } from './readings.ts';
import { showPriority, showVersion } from './show.ts';
import { tryWeights } from './try-weights.ts';

/** What counts for priority: the dictionary, its weights, and what other weights would move. */
export const priorityRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'triage.manage' } } as const;
  const tags = ['priority'];
  const readings = keepReadings(db.read);
  app.addHook('onClose', async () => readings.forget());

  app.get('/api/priority', { config, schema: { tags, response: { 200: Priority } } }, async ({ who }) =>
    showPriority(await readScales(db.read, who.workspaceId), await listTeams(db.read, who.workspaceId)),
  );

  app.get(
    '/api/priority/versions',
    { config, schema: { tags, querystring: VersionQuery, response: { 200: ScaleVersionList } } },
    async ({ who, query: { team, before, limit } }) => {
      const teamId = (team ?? null) as TeamId | null;
      const rows = await listVersions(db.read, who.workspaceId, teamId, { before: before ?? null, limit: limit + 1 });
      const page = rows.slice(0, limit);
      return { items: page.map(showVersion), before: rows.length > limit ? (page.at(-1)?.version ?? null) : null };
    },
  );

  app.post(
    '/api/priority/versions',
    { config, schema: { tags, body: NewScale, response: { 200: ScaleVersion } } },
    async ({ who, body }) =>
      showVersion(await saveScale(db, who, { ...body, teamId: body.teamId as TeamId | null }, now())),
  );

  app.post(
    '/api/priority/restore',
    { config, schema: { tags, body: RestoreScale, response: { 200: ScaleVersion } } },
    async ({ who, body }) => showVersion(await restoreScale(db, who, body, now())),
  );

  app.post(
    '/api/priority/dry-run',
    { config, schema: { tags, body: AskDryRun, response: { 200: DryRun } } },
    async ({ who, body: { teamId, weights } }) =>
      tryWeights({ db: db.read, readings }, who, { teamId: teamId as TeamId | null, weights }, now()),
  );
};
