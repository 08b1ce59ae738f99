import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { requirePerson } from '../../actions/require-person.ts';
import { changeDesk } from '../../actions/routing/change-desk.ts';
import { putPolicy } from '../../actions/routing/put-policy.ts';
import { setAway } from '../../actions/routing/set-away.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { AgentId, TeamId } from '../../core/ids.ts';
import { readDesks } from '../../storage/routing/desks.ts';
import { listCurrentVersions, listPolicyVersions } from '../../storage/routing/policies.ts';
import { readPresence } from '../../storage/routing/presence.ts';
import { measureQueue } from '../../storage/routing/queue.ts';
import { Id } from '../../wire/common.ts';
import {
  DeskSettings,
  MyPresence,
  PatchDesk,
  PolicyVersionList,
  PutMyPresence,
  PutPolicy,
  PutPolicyDone,
  Routing,
  VersionsQuery,
} from '../../wire/routing.ts';
import type { Deps } from '../deps.ts';
import { showDesks, showSettings, showVersion, UNDECIDED } from './show.ts';

const tags = ['routing'];

/** Who gets what waits, and who is here to get it. */
export const routingRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'triage.manage' } } as const;
  const mine = { rule: 'signed_in' } as const;

  app.get('/api/routing', { config, schema: { tags, response: { 200: Routing } } }, async ({ who }) => {
    const versions = (await listCurrentVersions(db.read, who.workspaceId)).map(showVersion);
    const ofAll = versions.find(({ teamId }) => teamId === null) ?? UNDECIDED;
    const { waiting, since } = await measureQueue(db.read, who.workspaceId, visibleInboxes(who.inboxes));
    return {
      policies: [ofAll, ...versions.filter(({ teamId }) => teamId !== null)],
      desks: showDesks(await readDesks(db.read, who.workspaceId, now())),
      queue: { waiting, since: since?.toISOString() ?? null },
    };
  });

  app.put(
    '/api/routing/policy',
    { config, schema: { tags, body: PutPolicy, response: { 200: PutPolicyDone } } },
    async ({ who, body }) => {
      const { teamId, onVersion, policy } = body;
      return { version: await putPolicy(db, who, { teamId: teamId as TeamId | null, onVersion, policy }, now()) };
    },
  );

  app.get(
    '/api/routing/versions',
    { config, schema: { tags, querystring: VersionsQuery, response: { 200: PolicyVersionList } } },
    async ({ who, query: { team = null } }) => ({
      items: (await listPolicyVersions(db.read, who.workspaceId, team as TeamId | null)).map(showVersion),
    }),
  );

  app.patch(
    '/api/agents/:id/desk',
    { config, schema: { tags, params: z.object({ id: Id }), body: PatchDesk, response: { 200: DeskSettings } } },
    async ({ who, params: { id }, body }) =>
      showSettings(await changeDesk(db, who, { agentId: id as AgentId, wish: body }, now())),
  );

  app.get('/api/me/presence', { config: mine, schema: { tags, response: { 200: MyPresence } } }, async ({ who }) => {
    const { workspaceId, agentId } = requirePerson(who);
    const { presence, awaySince } = await readPresence(db.read, workspaceId, agentId, now());
    return { presence, awaySince: awaySince?.toISOString() ?? null };
  });

  app.put(
    '/api/me/presence',
    { config: mine, schema: { tags, body: PutMyPresence, response: { 200: MyPresence } } },
    async ({ who, body }) => {
      await setAway(db, who, body.isAway, now());
      const { workspaceId, agentId } = requirePerson(who);
      const { presence, awaySince } = await readPresence(db.read, workspaceId, agentId, now());
      return { presence, awaySince: awaySince?.toISOString() ?? null };
    },
  );
};
