import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hasRight, visibleInboxes } from '../../core/access/inbox-rights.ts';
import { noSuch } from '../../core/access/no-such.ts';
import { CareError } from '../../core/errors.ts';
import type { ContactId, ConversationId, InboxId } from '../../core/ids.ts';
import { readContact, readConversationsOf } from '../../storage/conversations/around.ts';
import { readConversation } from '../../storage/conversations/detail.ts';
import { listConversations } from '../../storage/conversations/list.ts';
import { readPersonLine } from '../../storage/conversations/person-line.ts';
import type { Asked } from '../../storage/conversations/window.ts';
import { search } from '../../storage/search/search.ts';
import { readWorkAbout } from '../../storage/work/about-conversation.ts';
import { Cursor, Id } from '../../wire/common.ts';
import { PersonLine } from '../../wire/contacts.ts';
import {
  ContactDetail,
  ConversationDetail,
  ConversationList,
  DetailQuery,
  ListQuery,
  ViewCounts,
} from '../../wire/conversations.ts';
import { SearchQuery, SearchResult } from '../../wire/search.ts';
import type { Deps } from '../deps.ts';
import { createCounting } from '../views/counting.ts';
import { listRequest } from './list-request.ts';
import { showContact, showDetail } from './show-detail.ts';
import { showFound } from './show-found.ts';
import { showMoment } from './show-moment.ts';
import { showRow } from './show-row.ts';

const tags = ['conversations'];
const params = z.object({ id: Id });
/** Of one person; whoever wrote more often is looked at through search. */
const CONVERSATIONS_OF_A_CONTACT = 200;

const LineQuery = z.object({ cursor: Cursor.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) });

/** Lists, counts, one conversation, one person, and search. */
export const readingRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, connectors, now }) => {
  const config = { rule: { act: 'conversations.read' } } as const;
  const seeing = { rule: { act: 'conversations.read', on: { a: 'conversation', right: 'see' } } } as const;

  app.get(
    '/api/conversations',
    { config, schema: { tags, querystring: ListQuery, response: { 200: ConversationList } } },
    async ({ who, query }) => {
      const page = await listConversations(db.read, who.workspaceId, await listRequest(db.read, who, query), now());
      return { items: page.rows.map((row) => showRow(row, who.inboxes)), cursor: page.cursor, seq: page.seq };
    },
  );

  const counting = createCounting(db.read, now);
  app.addHook('onClose', async () => counting.close());
  app.get('/api/conversations/counts', { config, schema: { tags, response: { 200: ViewCounts } } }, ({ who }) =>
    counting.countsFor(who),
  );

  app.get(
    '/api/conversations/:id',
    { config: seeing, schema: { tags, params, querystring: DetailQuery, response: { 200: ConversationDetail } } },
    async ({ who, params: { id }, query }) => {
      const visible = visibleInboxes(who.inboxes);
      const [detail, kept] = await Promise.all([
        readConversation(db.read, who.workspaceId, id as ConversationId, query as Asked, visible),
        readWorkAbout(db.read, who.workspaceId, id as ConversationId, visible, now()),
      ]);
      if (!detail)
        throw new CareError('not_found', 'no_such_conversation', 'This conversation is not here (any more).');
      const shown = showDetail(detail, kept, connectors, who.inboxes, now());
      // A way may lead into another inbox than the conversation lies in.
      return { ...shown, ways: shown.ways.filter((way) => hasRight(who.inboxes, way.inboxId as InboxId, 'answer')) };
    },
  );

  app.get(
    '/api/contacts/:id',
    {
      config: { rule: { act: 'contacts.read', on: { a: 'contact', right: 'see' } } },
      schema: { tags: ['contacts'], params, response: { 200: ContactDetail } },
    },
    async ({ who, params: { id } }) => {
      const contact = await readContact(db.read, who.workspaceId, id as ContactId);
      if (!contact) throw new CareError('not_found', 'no_such_contact', 'This person is not here (any more).');
      const limit = CONVERSATIONS_OF_A_CONTACT;
      const visible = visibleInboxes(who.inboxes);
      const conversations = await readConversationsOf(db.read, who.workspaceId, contact.id, limit, { visible });
      return { contact: showContact(contact), conversations: conversations.map((row) => showRow(row, who.inboxes)) };
    },
  );

  app.get(
    '/api/contacts/:id/line',
    {
      config: { rule: { act: 'contacts.read', on: { a: 'contact', right: 'see' } } },
      schema: { tags: ['contacts'], params, querystring: LineQuery, response: { 200: PersonLine } },
    },
    async ({ who, params: { id }, query }) => {
      const wish = { ...query, visible: visibleInboxes(who.inboxes) };
      const { items, cursor } = await readPersonLine(db.read, who.workspaceId, id as ContactId, wish);
      if (items.length === 0 && !(await readContact(db.read, who.workspaceId, id as ContactId)))
        throw noSuch('contact');
      return { items: items.map(showMoment), cursor };
    },
  );

  app.get(
    '/api/search',
    { config, schema: { tags, querystring: SearchQuery, response: { 200: SearchResult } } },
    async ({ who, query: { q, cursor, limit } }) => {
      const { workspaceId, agentId } = who;
      const asks = { workspaceId, agentId, visible: visibleInboxes(who.inboxes), text: q, cursor, limit };
      return showFound(await search(db.read, asks, now()), who.inboxes);
    },
  );
};
