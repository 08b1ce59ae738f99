import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { acceptInvitation, readInvitation } from '../../actions/accept-invitation.ts';
import { inviteAgain, takeBackInvitation } from '../../actions/invite-again.ts';
import { judgePassword } from '../../actions/password-strength/judge.ts';
import { requireBelow } from '../../actions/require-below.ts';
import { endSessionsOfAgent, resetSecondFactor } from '../../actions/reset-security.ts';
import type { AgentId } from '../../core/ids.ts';
import { listSessions } from '../../storage/sessions.ts';
import { Done, Id } from '../../wire/common.ts';
import { InvitedAgent, SessionList, SignInByLink } from '../../wire/people.ts';
import {
  AcceptInvitation,
  AskInvitedPasswordStrength,
  Invitation,
  PasswordStrength,
  SignedIn,
} from '../../wire/security.ts';
import { refuseDeclaredForeignPages } from '../access/same-origin.ts';
import type { Deps } from '../deps.ts';
import { showInvited, showSession } from './show.ts';
import { answerStep, doorwayOf, SIGN_IN_LIMIT } from './sign-in-routes.ts';

/** For whoever was invited and is nobody here yet: the link says who they are. */
export const invitationRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { config, db, now } = deps;
  const isSecure = config.url.startsWith('https:');
  const ownOrigin = new URL(config.url).origin;
  app.addHook('onRequest', async (request) => refuseDeclaredForeignPages(request, ownOrigin));
  const tags = ['session'];
  const open = {
    config: { rule: 'public', because: 'the link of the invitation says who they are', rateLimit: SIGN_IN_LIMIT },
  } as const;
  const typing = { config: { ...open.config, rateLimit: { ...SIGN_IN_LIMIT, max: 120 } } } as const;

  app.post(
    '/api/invitation',
    { ...open, schema: { tags, body: SignInByLink, response: { 200: Invitation } } },
    async ({ body }) => {
      const { agent, link, workspace, policy, isInvitation } = await readInvitation(db, body, now());
      return {
        name: agent.name,
        email: agent.email,
        workspace,
        expiresAt: link.expiresAt.toISOString(),
        isInvitation,
        password: policy.allowPasswords,
      };
    },
  );
  app.post(
    '/api/invitation/accept',
    { ...open, schema: { tags, body: AcceptInvitation, response: { 200: SignedIn } } },
    async (request, reply) =>
      answerStep(reply, await acceptInvitation(db, doorwayOf(deps, request), request.body, now()), isSecure),
  );
  app.post(
    '/api/invitation/password-strength',
    { ...typing, schema: { tags, body: AskInvitedPasswordStrength, response: { 200: PasswordStrength } } },
    async ({ body }) => {
      const { agent, workspace } = await readInvitation(db, body, now());
      const { score, advice } = await judgePassword(body.password, [agent.name, agent.email, workspace.name]);
      return { score, advice: [...advice] };
    },
  );
};

/** What whoever looks after the team may do about somebody else's way in. */
export const agentSecurityRoutes: FastifyPluginAsyncZod<Deps> = async (app, { config: settings, db, now }) => {
  const config = { rule: { act: 'agents.manage' } } as const;
  const tags = ['agents'];
  const params = z.object({ id: Id });
  const done = { tags, params, response: { 200: Done } };

  app.post(
    '/api/agents/:id/invitation',
    { config, schema: { tags, params, response: { 201: InvitedAgent } } },
    async ({ who, params: { id } }, reply) => {
      const { agent, link } = await inviteAgain(db, who, id as AgentId, now());
      reply.status(201);
      return showInvited(settings.url, agent, link);
    },
  );
  app.delete('/api/agents/:id/invitation', { config, schema: done }, async ({ who, params: { id } }) => {
    await takeBackInvitation(db, who, id as AgentId, now());
    return { ok: true } as const;
  });
  app.get(
    '/api/agents/:id/sessions',
    { config, schema: { tags, params, response: { 200: SessionList } } },
    async ({ who, params: { id } }) => {
      const agent = await requireBelow(db.read, who, id as AgentId);
      const rows = await listSessions(db.read, who.workspaceId, agent.id, now());
      return { items: rows.map((row) => showSession(row, who)) };
    },
  );
  app.delete('/api/agents/:id/sessions', { config, schema: done }, async ({ who, params: { id } }) => {
    await endSessionsOfAgent(db, who, id as AgentId, now());
    return { ok: true } as const;
  });
  app.delete('/api/agents/:id/second-factor', { config, schema: done }, async ({ who, params: { id } }) => {
    await resetSecondFactor(db, who, id as AgentId, now());
    return { ok: true } as const;
  });
};
