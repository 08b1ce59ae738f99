import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeSegment, makeSegment, removeSegment } from '../../actions/person/keep-segment.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { SegmentFilter as Filter } from '../../core/person/segment.ts';
import { countPersons } from '../../storage/person/people.ts';
import { listSegments } from '../../storage/person/segments.ts';
import { Done, Id } from '../../wire/common.ts';
import { NewSegment, PatchSegment, Segment, SegmentList } from '../../wire/persons.ts';
import type { Deps } from '../deps.ts';
import { createSegmentCounts } from './segment-counts.ts';

const tags = ['contacts'];
const params = z.object({ id: Id });

/** Lists of people by what is declared of them, kept under a name. */
export const segmentRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const reading = { rule: { act: 'contacts.read' } } as const;
  const counts = createSegmentCounts(
    ({ workspaceId, visible, filter }) => countPersons(db.read, workspaceId, { visible, filter }, now()),
    now,
  );
  const keeping = { rule: { act: 'views.share' } } as const;

  app.get('/api/segments', { config: reading, schema: { tags, response: { 200: SegmentList } } }, async ({ who }) => {
    const segments = await listSegments(db.read, who.workspaceId);
    const visible = visibleInboxes(who.inboxes);
    const items = [];
    // One after another: each may look at everybody, and nobody else's list is to wait for all of them at once.
    for (const { id, name, filter } of segments)
      items.push({
        ...shown({ id, name, filter }),
        people: await counts({ workspaceId: who.workspaceId, visible, filter }),
      });
    return { items };
  });
  app.post(
    '/api/segments',
    { config: keeping, schema: { tags, body: NewSegment, response: { 200: Segment } } },
    async ({ who, body }) => shown(await makeSegment(db, who, body, now())),
  );
  app.patch(
    '/api/segments/:id',
    { config: keeping, schema: { tags, params, body: PatchSegment, response: { 200: Segment } } },
    async ({ who, params, body }) => shown(await changeSegment(db, who, params.id, body, now())),
  );
  app.delete(
    '/api/segments/:id',
    { config: keeping, schema: { tags, params, response: { 200: Done } } },
    async ({ who, params }) => {
      await removeSegment(db, who, params.id, now());
      return { ok: true as const };
    },
  );
};

const shown = ({ id, name, filter }: { readonly id: string; readonly name: string; readonly filter: Filter }) => ({
  id,
  name,
  filter: filter as z.output<typeof Segment>['filter'],
});
