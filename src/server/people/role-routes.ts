import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeRole, dropRole, makeRole } from '../../actions/make-role.ts';
import { ACT_WORDS } from '../../core/access/act-words.ts';
import { ACTS, actsOf, ROLES } from '../../core/access/role.ts';
import type { RoleId } from '../../core/ids.ts';
import { listRoles, type RoleRow } from '../../storage/access/roles.ts';
import { CustomRole, NewRole, PatchRole, RoleList } from '../../wire/access.ts';
import { Done, Id } from '../../wire/common.ts';
import type { Deps } from '../deps.ts';

const tags = ['roles'];
const params = z.object({ id: Id });
const showRole = ({ id, name, acts, agents }: RoleRow): CustomRole => ({ id, name, acts: [...acts], agents });

export const roleRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'roles.manage' } } as const;

  // Whoever sees who works here sees what their roles mean.
  app.get(
    '/api/roles',
    { config: { rule: { act: 'agents.read' } }, schema: { tags, response: { 200: RoleList } } },
    async ({ who }) => ({
      builtIn: ROLES.map((role) => ({ role, acts: [...actsOf(role)] })),
      custom: (await listRoles(db.read, who.workspaceId)).map(showRole),
      acts: ACTS.map((act) => ({ act, meaning: ACT_WORDS[act] })),
    }),
  );

  app.post(
    '/api/roles',
    { config, schema: { tags, body: NewRole, response: { 201: CustomRole } } },
    async ({ who, body }, reply) => {
      const made = await makeRole(db, who, { ...body, id: body.id as RoleId }, now());
      reply.status(201);
      return showRole(made);
    },
  );

  app.patch(
    '/api/roles/:id',
    { config, schema: { tags, params, body: PatchRole, response: { 200: CustomRole } } },
    async ({ who, params: { id }, body }) => showRole(await changeRole(db, who, { ...body, id: id as RoleId }, now())),
  );

  app.delete(
    '/api/roles/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await dropRole(db, who, id as RoleId, now());
      return { ok: true } as const;
    },
  );
};
