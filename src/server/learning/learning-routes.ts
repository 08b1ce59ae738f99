import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { chooseModel } from '../../actions/learning/choose-model.ts';
import { correctMessage } from '../../actions/learning/correct-message.ts';
import { keepWords } from '../../actions/learning/keep-words.ts';
import { shippedModel } from '../../actions/understanding/understand.ts';
import type { MessageId } from '../../core/ids.ts';
import { shippedTriggers } from '../../core/understanding/words/triggers.ts';
import { readUnderstandingSettings } from '../../storage/learning/settings.ts';
import { Done, Id } from '../../wire/common.ts';
import { Choices, ChooseModel, Correction, KeepWords, OwnWords, Understanding } from '../../wire/learning.ts';
import { Understood } from '../../wire/understood.ts';
import type { Deps } from '../deps.ts';
import { showUnderstanding, showWords } from './show.ts';

/** What is understood of messages: put right by whoever answers, tuned by leads. */
export const learningRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, now }) => {
  const tags = ['understanding'];
  const config = { rule: { act: 'triage.manage' } } as const;

  app.put(
    '/api/messages/:id/understanding',
    {
      config: { rule: { act: 'conversations.work', on: { a: 'message', right: 'answer' } } },
      schema: { tags, params: z.object({ id: Id }), body: Correction, response: { 200: Understood } },
    },
    ({ who, params: { id }, body }) => correctMessage(db, who, { messageId: id as MessageId, ...body }, now()),
  );
  app.get(
    '/api/understanding/choices',
    { config: { rule: { act: 'conversations.read' } }, schema: { tags, response: { 200: Choices } } },
    async ({ who }) => ({
      topics: (await readUnderstandingSettings(db.read, who.workspaceId)).topics.map(({ key }) => key),
    }),
  );

  app.get('/api/understanding', { config, schema: { tags, response: { 200: Understanding } } }, ({ who }) =>
    showUnderstanding(db.read, who.workspaceId, shippedModel, shippedTriggers),
  );
  app.put(
    '/api/understanding/words',
    { config, schema: { tags, body: KeepWords, response: { 200: OwnWords } } },
    async ({ who, body }) => showWords(await keepWords(db, who, body, now())),
  );
  app.put(
    '/api/understanding/model',
    { config, schema: { tags, body: ChooseModel, response: { 200: Done } } },
    async ({ who, body }) => {
      await chooseModel(db, who, body, now());
      return { ok: true } as const;
    },
  );
};
