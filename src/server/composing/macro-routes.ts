import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addMacro, changeMacro, removeMacro } from '../../actions/keep-macro.ts';
import { runMacro } from '../../actions/run-macro.ts';
import type { ConversationId, MacroId, SavedReplyId } from '../../core/ids.ts';
import type { ChannelLookup } from '../../core/reply/ways.ts';
import { listMacros } from '../../storage/composing/macros.ts';
import { Done, Id } from '../../wire/common.ts';
import { Macro, MacroList, MacroRan, NewMacro, PatchMacro, RunMacro } from '../../wire/composing.ts';
import type { Deps } from '../deps.ts';
import { showMacro } from './show-composing.ts';

const tags = ['composing'];
const params = z.object({ id: Id });
const keeping = { rule: { act: 'messages.send' } } as const;

/** A reply and acts in one stroke: the shared ones and one's own. */
export const macroRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, connectors, now }) => {
  const channels: ChannelLookup = (channel) => connectors.get(channel);

  app.get(
    '/api/macros',
    {
      config: { rule: { act: 'conversations.read' } },
      schema: { tags, summary: 'The shared ones and your own, the most used first', response: { 200: MacroList } },
    },
    async ({ who }) => {
      const rows = await listMacros(db.read, who.workspaceId, who.agentId);
      return { items: rows.map((row) => showMacro(row, who, now())) };
    },
  );

  app.post(
    '/api/macros',
    { config: keeping, schema: { tags, summary: 'Keep one', body: NewMacro, response: { 200: Macro } } },
    async ({ who, body }) => {
      const input = { ...body, id: body.id as MacroId, replyId: body.replyId as SavedReplyId | null };
      return showMacro(await addMacro(db, who, input, now()), who, now());
    },
  );

  app.patch(
    '/api/macros/:id',
    { config: keeping, schema: { tags, summary: 'Change it', params, body: PatchMacro, response: { 200: Macro } } },
    async ({ who, params: { id }, body }) => {
      const changes = { ...body, replyId: body.replyId as SavedReplyId | null | undefined };
      return showMacro(await changeMacro(db, who, id as MacroId, changes, now()), who, now());
    },
  );

  app.delete(
    '/api/macros/:id',
    { config: keeping, schema: { tags, summary: 'Remove it', params, response: { 200: Done } } },
    async ({ who, params: { id } }) => {
      await removeMacro(db, who, id as MacroId, now());
      return { ok: true } as const;
    },
  );

  app.post(
    '/api/conversations/:id/macros/:macroId',
    {
      config: { rule: { act: 'conversations.work', on: { a: 'conversation', right: 'answer' } } },
      schema: {
        tags,
        summary: 'All of it or nothing; the same id twice is one stroke',
        params: z.object({ id: Id, macroId: Id }),
        body: RunMacro,
        response: { 200: MacroRan },
      },
    },
    async ({ who, params: { id, macroId }, body }) => {
      const stroke = { ...body, macroId: macroId as MacroId, conversationId: id as ConversationId };
      return runMacro(db, channels, who, stroke, now());
    },
  );
};
