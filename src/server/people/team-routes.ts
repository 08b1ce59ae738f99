import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeTeam, dissolveTeam, makeTeam } from '../../actions/make-team.ts';
import type { AgentId, TeamId } from '../../core/ids.ts';
import { listTeams, type TeamRow } from '../../storage/access/teams.ts';
import { NewTeam, PatchTeam, Team, TeamList } from '../../wire/access.ts';
import { Done, Id } from '../../wire/common.ts';
import type { Deps } from '../deps.ts';

const tags = ['teams'];
const params = z.object({ id: Id });
const showTeam = ({ id, name, agentIds }: TeamRow): Team => ({ id, name, agentIds: [...agentIds] });

export const teamRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'teams.manage' } } as const;

  app.get(
    '/api/teams',
    { config: { rule: { act: 'agents.read' } }, schema: { tags, response: { 200: TeamList } } },
    async ({ who }) => ({ items: (await listTeams(db.read, who.workspaceId)).map(showTeam) }),
  );

  app.post(
    '/api/teams',
    { config, schema: { tags, body: NewTeam, response: { 201: Team } } },
    async ({ who, body }, reply) => {
      const wish = { id: body.id as TeamId, name: body.name, agentIds: body.agentIds as AgentId[] };
      const made = await makeTeam(db, who, wish, now());
      reply.status(201);
      return showTeam(made);
    },
  );

  app.patch(
    '/api/teams/:id',
    { config, schema: { tags, params, body: PatchTeam, response: { 200: Team } } },
    async ({ who, params: { id }, body }) => {
      const { name, agentIds } = body;
      const wish = { id: id as TeamId, name, agentIds: agentIds as AgentId[] | undefined };
      return showTeam(await changeTeam(db, who, wish, now()));
    },
  );

  app.delete(
    '/api/teams/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await dissolveTeam(db, who, id as TeamId, now());
      return { ok: true } as const;
    },
  );
};
