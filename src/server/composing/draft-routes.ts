import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { requirePerson } from '../../actions/require-person.ts';
import { dropDraft, mustBeThere, saveDraft } from '../../actions/save-draft.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { ConversationId, MediaId } from '../../core/ids.ts';
import { listDrafts, readDrafts } from '../../storage/composing/drafts.ts';
import { Done, Id } from '../../wire/common.ts';
import { DeleteDraft, Draft, DraftList, PutDraft } from '../../wire/composing.ts';
import type { Deps } from '../deps.ts';
import { showDraft } from './show-composing.ts';

const LIMIT = 200;
const tags = ['composing'];
const params = z.object({ id: Id });
const on = { a: 'conversation', right: 'see' } as const;

/** What people are writing. One answer and one note a person and conversation; nobody sees another's. */
export const draftRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  app.get(
    '/api/drafts',
    {
      config: { rule: { act: 'conversations.read' } },
      schema: { tags, summary: 'What you have begun and not sent, newest first', response: { 200: DraftList } },
    },
    async ({ who }) => {
      const { workspaceId, agentId } = requirePerson(who);
      const rows = await listDrafts(db.read, workspaceId, agentId, visibleInboxes(who.inboxes), LIMIT);
      return { items: rows.map(showDraft) };
    },
  );

  app.get(
    '/api/conversations/:id/draft',
    {
      config: { rule: { act: 'conversations.read', on } },
      schema: { tags, summary: 'Your answer and your note, as far as you came', params, response: { 200: DraftList } },
    },
    async ({ who, params: { id } }) => {
      const place = { ...requirePerson(who), conversationId: id as ConversationId };
      await mustBeThere(db.read, who.workspaceId, place.conversationId);
      return { items: (await readDrafts(db.read, place)).map(showDraft) };
    },
  );

  app.put(
    '/api/conversations/:id/draft',
    {
      config: { rule: { act: 'conversations.work', on } },
      schema: { tags, summary: 'Keep what you are writing', params, body: PutDraft, response: { 200: Draft } },
    },
    async ({ who, params: { id }, body: { onVersion, attachments, ...words } }) =>
      showDraft(
        await saveDraft(
          db,
          who,
          {
            conversationId: id as ConversationId,
            words: { ...words, attachments: attachments as MediaId[] },
            onVersion,
          },
          showDraft,
          now(),
        ),
      ),
  );

  app.delete(
    '/api/conversations/:id/draft',
    {
      config: { rule: { act: 'conversations.work', on } },
      schema: { tags, summary: 'Drop it', params, querystring: DeleteDraft, response: { 200: Done } },
    },
    async ({ who, params: { id }, query: { kind } }) => {
      await dropDraft(db, who, { conversationId: id as ConversationId, kind }, now());
      return { ok: true } as const;
    },
  );
};
