import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { renameMyself } from '../../actions/rename-myself.ts';
import { setPassword } from '../../actions/set-password.ts';
import { endOtherSessions, endOwnSession } from '../../actions/sign-out.ts';
import { CareError } from '../../core/errors.ts';
import { writeRights } from '../../storage/access/inbox-rights.ts';
import { readAgent } from '../../storage/agents.ts';
import { hasMailInbox } from '../../storage/mail/mails.ts';
import { readPreferences } from '../../storage/notifications/preferences.ts';
import { listSessions } from '../../storage/sessions.ts';
import { readWorkspace } from '../../storage/workspaces.ts';
import { Done } from '../../wire/common.ts';
import { Agent, Me, NewPassword, SessionList } from '../../wire/people.ts';
import { PatchMe } from '../../wire/security.ts';
import { sessionOf } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { showPreferences } from '../notifications/show.ts';
import { showAgent, showSession } from './show.ts';

const tags = ['me'];
/** Of one person, a minute: each is judged, which costs tens of milliseconds of a processor. */
const PASSWORD_LIMIT = { max: 30, timeWindow: 60_000 };

export const meRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, now } = deps;
  const config = { rule: 'signed_in' } as const;

  app.get('/api/me', { config, schema: { tags, response: { 200: Me } } }, async ({ who }) => {
    const agent = who.agentId && (await readAgent(db.read, who.workspaceId, who.agentId));
    const workspace = await readWorkspace(db.read, who.workspaceId);
    if (!workspace) throw new CareError('not_found', 'no_such_workspace', 'This workspace is gone.');
    return {
      agent: agent ? showAgent(agent) : null,
      acts: [...who.acts],
      workspace,
      hasPassword: Boolean(agent && agent.passwordHash !== null),
      preferences: who.agentId ? showPreferences(await readPreferences(db.read, who.workspaceId, who.agentId)) : null,
      isMailOn: deps.config.mail !== null || (await hasMailInbox(db.read, who.workspaceId)),
      inboxRights: writeRights(who.inboxes),
      mustAddSecondFactor: who.mustAddSecondFactor,
    };
  });

  app.patch('/api/me', { config, schema: { tags, body: PatchMe, response: { 200: Agent } } }, async ({ who, body }) =>
    showAgent(await renameMyself(db, who, body.name, now())),
  );

  app.put(
    '/api/me/password',
    { config: { ...config, rateLimit: PASSWORD_LIMIT }, schema: { tags, body: NewPassword, response: { 200: Done } } },
    async ({ who, body }) => {
      await setPassword(deps, who, { ...body, thisSession: sessionOf(who) }, now());
      return { ok: true } as const;
    },
  );

  app.get('/api/me/sessions', { config, schema: { tags, response: { 200: SessionList } } }, async ({ who }) => {
    const rows = who.agentId ? await listSessions(db.read, who.workspaceId, who.agentId, now()) : [];
    return { items: rows.map((row) => showSession(row, who)) };
  });

  app.delete('/api/me/sessions', { config, schema: { tags, response: { 200: Done } } }, async ({ who }) => {
    await endOtherSessions(db, who, sessionOf(who), now());
    return { ok: true } as const;
  });

  app.delete(
    '/api/me/sessions/:id',
    { config, schema: { tags, params: z.object({ id: z.string().max(100) }), response: { 200: Done } } },
    async ({ who, params }) => {
      await endOwnSession(db, who, Buffer.from(params.id, 'base64url'), now());
      return { ok: true } as const;
    },
  );
};
