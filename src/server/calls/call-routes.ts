import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { logCall } from '../../actions/log-call.ts';
import { LoggedCall, NewCall } from '../../wire/calls.ts';
import type { Deps } from '../deps.ts';

/** Calls that are over, told by hand or by a telephone system. */
export const callRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, receiver, connectors, now }) => {
  const channels = [...connectors.values()].filter(({ home }) => home === 'desk').map(({ channel }) => channel);
  app.post(
    '/api/calls',
    {
      config: { rule: { act: 'conversations.work' } },
      schema: { tags: ['calls'], body: NewCall, response: { 202: LoggedCall } },
    },
    async ({ who, body }, reply) => {
      const { seconds, ...call } = body;
      const input = { ...call, ...(seconds === undefined ? {} : { seconds }) };
      const logged = await logCall({ db, receiver, channels }, who, input, now());
      reply.status(202);
      return logged;
    },
  );
};
