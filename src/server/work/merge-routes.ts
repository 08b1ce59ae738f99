import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actOnMany } from '../../actions/act-on-many.ts';
import { linkConversations, unlinkConversations } from '../../actions/link-conversations.ts';
import { mergeConversations } from '../../actions/merge-conversations.ts';
import { splitConversation } from '../../actions/split-conversation.ts';
import { takeBack } from '../../actions/take-back.ts';
import type { ConversationId, UndoId } from '../../core/ids.ts';
import { Done, Id } from '../../wire/common.ts';
import { Bulked, NewBulk, NewLink, NewMerge, NewSplit, Reversible, Undone } from '../../wire/work.ts';
import type { Deps } from '../deps.ts';

const tags = ['work'];
const params = z.object({ id: Id });
const idOf = ({ id }: { readonly id: string }) => id as ConversationId;

/** Acts that name several conversations; their rights on each are asked for in the acts themselves. */
export const mergeRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'conversations.work', on: { a: 'conversation', right: 'answer' } } } as const;
  const anywhere = { rule: { act: 'conversations.work' } } as const;
  const done = { ok: true } as const;

  app.post(
    '/api/conversations/:id/links',
    { config, schema: { tags, params, body: NewLink, response: { 200: Done } } },
    async ({ who, params, body }) => {
      await linkConversations(db, who, { one: idOf(params), other: body.conversationId as ConversationId }, now());
      return done;
    },
  );
  app.delete(
    '/api/conversations/:id/links/:other',
    { config, schema: { tags, params: params.extend({ other: Id }), response: { 200: Done } } },
    async ({ who, params }) => {
      await unlinkConversations(db, who, { one: idOf(params), other: params.other as ConversationId }, now());
      return done;
    },
  );

  app.post(
    '/api/conversations/:id/merge',
    { config, schema: { tags, params, body: NewMerge, response: { 200: Reversible } } },
    async ({ who, params, body }) => mergeConversations(db, who, { ...body, into: idOf(params) }, now()),
  );
  app.post(
    '/api/conversations/:id/split',
    { config, schema: { tags, params, body: NewSplit, response: { 200: Reversible } } },
    async ({ who, params, body }) => splitConversation(db, who, { ...body, from: idOf(params) }, now()),
  );

  app.post(
    '/api/bulk',
    { config: anywhere, schema: { tags, body: NewBulk, response: { 200: Bulked } } },
    async ({ who, body }) => {
      const { done: count, left, undoId } = await actOnMany(db, who, body, now());
      return { done: count, left: [...left], undoId };
    },
  );
  app.post(
    '/api/undo/:id',
    { config: anywhere, schema: { tags, params, response: { 200: Undone } } },
    async ({ who, params: { id } }) => {
      const { undone, left } = await takeBack(db, who, id as UndoId, now());
      return { undone, left: [...left] };
    },
  );
};
