import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeView, makeView, removeView } from '../../actions/keep-view.ts';
import { seesView } from '../../core/conversation/audience.ts';
import type { Filter } from '../../core/conversation/filter.ts';
import type { TeamId, ViewId } from '../../core/ids.ts';
import { listViews } from '../../storage/views/rows.ts';
import { Done, Id } from '../../wire/common.ts';
import { NewView, PatchView, SavedView, SavedViewList } from '../../wire/views.ts';
import type { Deps } from '../deps.ts';
import { showView } from './show-view.ts';
import { findView, viewerOf } from './viewer.ts';

const tags = ['views'];
const params = z.object({ id: Id });

/** `/api/views`: lists that people keep, for themselves, a team or everybody. Sharing needs `views.share`. */
export const viewRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'conversations.read' } } as const;

  app.get('/api/views', { config, schema: { tags, response: { 200: SavedViewList } } }, async ({ who }) => {
    const viewer = await viewerOf(db.read, who);
    const views = await listViews(db.read, who.workspaceId);
    return { items: views.filter((view) => seesView(view, viewer)).map((view) => showView(view, viewer)) };
  });

  app.post(
    '/api/views',
    { config, schema: { tags, body: NewView, response: { 200: SavedView } } },
    async ({ who, body }) => {
      const id = body.id as ViewId;
      await makeView(db, who, { ...body, id, filter: body.filter as Filter, teamId: teamOf(body) }, now());
      const viewer = await viewerOf(db.read, who);
      return showView(await findView(db.read, who, viewer, id), viewer);
    },
  );

  app.patch(
    '/api/views/:id',
    { config, schema: { tags, params, body: PatchView, response: { 200: SavedView } } },
    async ({ who, params: { id }, body }) => {
      const { filter, teamId, name, sort, audience, position } = body;
      await changeView(
        db,
        who,
        id as ViewId,
        {
          ...(name === undefined ? {} : { name }),
          ...(sort === undefined ? {} : { sort }),
          ...(audience === undefined ? {} : { audience }),
          ...(position === undefined ? {} : { position }),
          ...(filter === undefined ? {} : { filter: filter as Filter }),
          ...(teamId === undefined ? {} : { teamId: teamId as TeamId | null }),
        },
        now(),
      );
      const viewer = await viewerOf(db.read, who);
      return showView(await findView(db.read, who, viewer, id as ViewId), viewer);
    },
  );

  app.delete(
    '/api/views/:id',
    { config, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await removeView(db, who, id as ViewId, now());
      return { ok: true as const };
    },
  );
};

function teamOf({ audience, teamId }: { readonly audience: string; readonly teamId: string | null }): TeamId | null {
  return audience === 'team' ? (teamId as TeamId | null) : null;
}
