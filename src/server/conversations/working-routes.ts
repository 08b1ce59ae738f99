import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actOnOne } from '../../actions/act-on-one.ts';
import { addNote } from '../../actions/add-note.ts';
import { assignConversation } from '../../actions/assign-conversation.ts';
import { fillFields } from '../../actions/fill-fields.ts';
import { openConversation } from '../../actions/open-conversation.ts';
import { resolveConversation } from '../../actions/resolve-conversation.ts';
import { setAttention } from '../../actions/set-attention.ts';
import { snoozeConversation } from '../../actions/snooze-conversation.ts';
import type { AgentId, ConversationId, MessageId } from '../../core/ids.ts';
import { Done, Id } from '../../wire/common.ts';
import {
  NewNote,
  PutAssignee,
  PutAttention,
  PutFields,
  PutLabels,
  PutPromise,
  PutResolution,
  PutSnooze,
  PutTeam,
} from '../../wire/work.ts';
import type { Deps } from '../deps.ts';

const done = { ok: true } as const;
const idOf = ({ id }: { readonly id: string }) => id as ConversationId;
const about = { tags: ['conversations'], params: z.object({ id: Id }) };

/** What people do with a conversation at the desk. The state of it comes back through the change feed. */
export const workingRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const config = { rule: { act: 'conversations.work', on: { a: 'conversation', right: 'answer' } } } as const;
  // Whoever may only see is let in and noted nowhere: the page asks as it opens.
  const looking = { rule: { act: 'conversations.work', on: { a: 'conversation', right: 'see' } } } as const;
  const response = { 200: Done };

  app.put(
    '/api/conversations/:id/attention',
    { config, schema: { ...about, body: PutAttention, response } },
    async ({ who, params, body }) => {
      await setAttention(db, who, { conversationId: idOf(params), ...body }, now());
      return done;
    },
  );

  app.put(
    '/api/conversations/:id/assignee',
    { config, schema: { ...about, body: PutAssignee, response } },
    async ({ who, params, body }) => {
      await assignConversation(
        db,
        who,
        { conversationId: idOf(params), agentId: body.agentId as AgentId | null },
        now(),
      );
      return done;
    },
  );

  app.put(
    '/api/conversations/:id/snooze',
    { config, schema: { ...about, body: PutSnooze, response } },
    async ({ who, params, body }) => {
      await snoozeConversation(db, who, { conversationId: idOf(params), until: new Date(body.until) }, now());
      return done;
    },
  );
  app.delete('/api/conversations/:id/snooze', { config, schema: { ...about, response } }, async ({ who, params }) => {
    await snoozeConversation(db, who, { conversationId: idOf(params), until: null }, now());
    return done;
  });

  app.put(
    '/api/conversations/:id/resolution',
    { config, schema: { ...about, body: PutResolution, response } },
    async ({ who, params, body }) => {
      await resolveConversation(db, who, { conversationId: idOf(params), resolution: body.resolution }, now());
      return done;
    },
  );
  app.delete(
    '/api/conversations/:id/resolution',
    { config, schema: { ...about, response } },
    async ({ who, params }) => {
      await resolveConversation(db, who, { conversationId: idOf(params), resolution: 'open' }, now());
      return done;
    },
  );

  app.put(
    '/api/conversations/:id/opening',
    { config: looking, schema: { ...about, response } },
    async ({ who, params }) => {
      await openConversation(db, who, { conversationId: idOf(params) }, now());
      return done;
    },
  );

  app.post(
    '/api/conversations/:id/notes',
    { config, schema: { ...about, body: NewNote, response } },
    async ({ who, params, body }) => {
      await addNote(db, who, { ...body, conversationId: idOf(params), id: body.id as MessageId }, now());
      return done;
    },
  );

  app.put(
    '/api/conversations/:id/labels',
    { config, schema: { ...about, body: PutLabels, response } },
    async ({ who, params, body }) => {
      await actOnOne(db, who, idOf(params), { do: 'label', ...body }, now());
      return done;
    },
  );
  app.put(
    '/api/conversations/:id/fields',
    { config, schema: { ...about, body: PutFields, response } },
    async ({ who, params, body }) => {
      await fillFields(db, who, { about: 'conversation', id: idOf(params), values: body.values }, now());
      return done;
    },
  );
  app.put(
    '/api/conversations/:id/team',
    { config, schema: { ...about, body: PutTeam, response } },
    async ({ who, params, body }) => {
      await actOnOne(db, who, idOf(params), { do: 'team', teamId: body.teamId }, now());
      return done;
    },
  );

  app.put(
    '/api/conversations/:id/promise',
    { config, schema: { ...about, body: PutPromise, response } },
    async ({ who, params, body }) => {
      await actOnOne(db, who, idOf(params), { do: 'promise', ...body }, now());
      return done;
    },
  );
  app.delete('/api/conversations/:id/promise', { config, schema: { ...about, response } }, async ({ who, params }) => {
    await actOnOne(db, who, idOf(params), { do: 'promise', for: null, words: '' }, now());
    return done;
  });
};
