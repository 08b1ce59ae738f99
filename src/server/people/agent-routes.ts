import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeAgent } from '../../actions/change-agent.ts';
import { inviteAgent } from '../../actions/invite-agent.ts';
import { LINK_LASTS_MS, makeSignInLink } from '../../actions/make-sign-in-link.ts';
import { requireBelow } from '../../actions/require-below.ts';
import type { AgentId, RoleId } from '../../core/ids.ts';
import { listAgents } from '../../storage/agents.ts';
import { Id } from '../../wire/common.ts';
import { Agent, AgentList, InvitedAgent, NewAgent, PatchAgent } from '../../wire/people.ts';
import type { Deps } from '../deps.ts';
import { showAgent, showInvited } from './show.ts';

const tags = ['agents'];
const params = z.object({ id: Id });

export const agentRoutes: FastifyPluginAsyncZod<Deps> = async (app, { config, db, now }) => {
  const manage = { rule: { act: 'agents.manage' } } as const;

  app.get(
    '/api/agents',
    { config: { rule: { act: 'agents.read' } }, schema: { tags, response: { 200: AgentList } } },
    async ({ who }) => ({ items: (await listAgents(db.read, who.workspaceId)).map(showAgent) }),
  );

  app.post(
    '/api/agents',
    { config: manage, schema: { tags, body: NewAgent, response: { 201: InvitedAgent } } },
    async ({ who, body }, reply) => {
      const { agent, link } = await inviteAgent(db, who, { ...body, roleId: body.roleId as RoleId | undefined }, now());
      reply.status(201);
      return showInvited(config.url, agent, link);
    },
  );

  app.patch(
    '/api/agents/:id',
    { config: manage, schema: { tags, params, body: PatchAgent, response: { 200: Agent } } },
    async ({ who, params: { id }, body }) => {
      const patch = { ...body, roleId: body.roleId as RoleId | undefined };
      return showAgent(await changeAgent(db, who, { agentId: id as AgentId, patch }, now()));
    },
  );

  app.post(
    '/api/agents/:id/sign-in-link',
    { config: manage, schema: { tags, params, response: { 201: InvitedAgent } } },
    async ({ who, params: { id } }, reply) => {
      // A link is as good as the person it is for.
      const agent = await requireBelow(db.read, who, id as AgentId);
      const asked = agent.firstSignedInAt
        ? ({ agentId: agent.id, lastsMs: LINK_LASTS_MS.signIn, kind: 'sign_in' } as const)
        : ({ agentId: agent.id, lastsMs: LINK_LASTS_MS.invitation, kind: 'invitation' } as const);
      const link = await db.transaction((tx) => makeSignInLink(tx, who, asked, now()));
      reply.status(201);
      return showInvited(config.url, agent, link);
    },
  );
};
