import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { fillSavedReply } from '../../actions/fill-saved-reply.ts';
import { addSavedReply, changeSavedReply, noSuchReply, removeSavedReply } from '../../actions/keep-saved-reply.ts';
import { VARIABLES } from '../../core/composing/variables.ts';
import type { ConversationId, SavedReplyId } from '../../core/ids.ts';
import { countUse, listSavedReplies } from '../../storage/composing/saved-replies.ts';
import { listFields } from '../../storage/work/fields.ts';
import { Done, Id } from '../../wire/common.ts';
import { FilledReply, NewSavedReply, PatchSavedReply, SavedReply, SavedReplyList } from '../../wire/composing.ts';
import type { Deps } from '../deps.ts';
import { showSavedReply } from './show-composing.ts';

const tags = ['composing'];
const params = z.object({ id: Id });
const inPlace = z.object({ id: Id, replyId: Id });
const reading = { rule: { act: 'conversations.read' } } as const;
/** Whoever may answer keeps words of their own; what is shared is asked for by the action. */
const keeping = { rule: { act: 'messages.send' } } as const;

/** Words kept for re-use: the shared ones and one's own. */
export const savedReplyRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  app.get(
    '/api/saved-replies',
    {
      config: reading,
      schema: { tags, summary: 'The shared ones and your own, the most used first', response: { 200: SavedReplyList } },
    },
    async ({ who }) => {
      const rows = await listSavedReplies(db.read, who.workspaceId, who.agentId);
      const fields = (await listFields(db.read, who.workspaceId)).filter((field) => !field.isArchived);
      const named = [...new Set(fields.map(({ name }) => name))].map((name) => ({
        name: `field.${name}`,
        meaning: 'A field of your own, of the conversation or the person',
      }));
      return { items: rows.map((row) => showSavedReply(row, who)), variables: [...VARIABLES, ...named] };
    },
  );

  app.post(
    '/api/saved-replies',
    { config: keeping, schema: { tags, summary: 'Keep words', body: NewSavedReply, response: { 200: SavedReply } } },
    async ({ who, body }) =>
      showSavedReply(await addSavedReply(db, who, { ...body, id: body.id as SavedReplyId }, now()), who),
  );

  app.patch(
    '/api/saved-replies/:id',
    {
      config: keeping,
      schema: { tags, summary: 'Change them', params, body: PatchSavedReply, response: { 200: SavedReply } },
    },
    async ({ who, params: { id }, body }) =>
      showSavedReply(await changeSavedReply(db, who, id as SavedReplyId, body, now()), who),
  );

  app.delete(
    '/api/saved-replies/:id',
    { config: keeping, schema: { tags, summary: 'Remove them', params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await removeSavedReply(db, who, id as SavedReplyId, now());
      return { ok: true } as const;
    },
  );

  app.get(
    '/api/conversations/:id/saved-replies/:replyId',
    {
      config: { rule: { act: 'conversations.read', on: { a: 'conversation', right: 'see' } } },
      schema: { tags, summary: 'As it would be said to this person', params: inPlace, response: { 200: FilledReply } },
    },
    async ({ who, params: { id, replyId } }) => {
      const place = { conversationId: id as ConversationId, replyId: replyId as SavedReplyId };
      const filled = await fillSavedReply(db.read, who, place);
      return { ...filled, missing: [...filled.missing] };
    },
  );

  app.post(
    '/api/conversations/:id/saved-replies/:replyId/use',
    {
      config: { rule: { act: 'messages.send', on: { a: 'conversation', right: 'see' } } },
      schema: {
        tags,
        summary: 'It was taken: what is used most is offered first',
        params: inPlace,
        response: { 200: Done },
      },
    },
    async ({ who, params: { replyId } }) => {
      const isThere = await db.alone((tx) =>
        countUse(tx, who.workspaceId, who.agentId, replyId as SavedReplyId, now()),
      );
      if (!isThere) throw noSuchReply();
      return { ok: true } as const;
    },
  );
};
