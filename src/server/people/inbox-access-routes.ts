import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { putInboxAccess } from '../../actions/put-inbox-access.ts';
import { noSuch } from '../../core/access/no-such.ts';
import type { AgentId, InboxId, TeamId } from '../../core/ids.ts';
import { type InboxAccess as Access, readInboxAccess } from '../../storage/access/grants.ts';
import { InboxAccess, PutInboxAccess } from '../../wire/access.ts';
import { Id } from '../../wire/common.ts';
import type { Deps } from '../deps.ts';

const tags = ['inboxes'];
const params = z.object({ id: Id });
const showAccess = ({ isOpen, grants }: Access): InboxAccess => ({
  isOpen,
  grants: grants.map(({ agentId, teamId, right }) => ({ agentId, teamId, right })),
});

/** Who may do what with one inbox. */
export const inboxAccessRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'inboxes.manage', on: { a: 'inbox', right: 'manage' } } } as const;

  app.get(
    '/api/inboxes/:id/access',
    { config, schema: { tags, params, response: { 200: InboxAccess } } },
    async ({ who, params: { id } }) => {
      const access = await readInboxAccess(db.read, who.workspaceId, id as InboxId);
      if (!access) throw noSuch('inbox');
      return showAccess(access);
    },
  );

  app.put(
    '/api/inboxes/:id/access',
    { config, schema: { tags, params, body: PutInboxAccess, response: { 200: InboxAccess } } },
    async ({ who, params: { id }, body }) => {
      const grants = body.grants.map(({ agentId, teamId, right }) => ({
        agentId: agentId as AgentId | null,
        teamId: teamId as TeamId | null,
        right,
      }));
      return showAccess(await putInboxAccess(db, who, { inboxId: id as InboxId, grants }, now()));
    },
  );
};
