import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CareError } from '../../core/errors.ts';
import type { SimulatedNetwork } from '../../simulators/network.ts';
import { CUSTOMERS, customerById } from '../../simulators/personas/people.ts';
import { Done } from '../../wire/common.ts';
import {
  Place,
  PlacesQuery,
  PracticeState,
  PutDials,
  PutLive,
  Said,
  SayAsPersona,
  SeenThread,
} from '../../wire/practice.ts';
import type { Customers } from './customers.ts';
import type { Networks } from './networks.ts';

/** What runs at this moment; a fresh start replaces it. */
export interface Running {
  networks(): Networks;
  customers(): Customers;
  reset(): Promise<void>;
}

const tags = ['practice'];
const params = z.object({ id: z.string().max(100) });

/** The customer's side and the dials. */
export const practiceRoutes: FastifyPluginAsyncZod<Running> = async (app, { networks, customers, reset }) => {
  const config = { rule: { act: 'practice.use' } } as const;
  const personOf = (id: string) => {
    const person = customerById(id);
    if (!person) throw new CareError('not_found', 'no_such_person', 'There is no such customer.');
    return person;
  };
  const networkOf = (channel: string): SimulatedNetwork => {
    const network = networks().of(channel);
    if (!network) throw new CareError('not_found', 'no_such_network', `There is no simulated network “${channel}”.`);
    return network;
  };

  app.get('/api/practice', { config, schema: { tags, response: { 200: PracticeState } } }, async () => {
    const { isLive, messagesPerMinute } = customers();
    return {
      personas: CUSTOMERS.map(({ id, name, handle, language, channels }) => ({
        id,
        name,
        handle,
        language,
        channels: [...channels],
      })),
      networks: networks().all.map(({ channel, name, faults }) => ({
        channel,
        name,
        dials: { ...faults, messagesPerMinute },
      })),
      isLive,
    };
  });

  app.get(
    '/api/practice/personas/:id',
    { config, schema: { tags, params, response: { 200: z.array(SeenThread) } } },
    async ({ params: { id } }) => {
      const person = personOf(id);
      const threads = networks().all.flatMap(({ channel, view }) =>
        view(person).map((thread) => ({
          ...thread,
          channel,
          messages: thread.messages.map((message) => ({ ...message, at: message.at.toISOString() })),
        })),
      );
      const newest = (thread: (typeof threads)[number]) => thread.messages.at(-1)?.at ?? '';
      return threads.toSorted((a, b) => (newest(a) < newest(b) ? 1 : -1));
    },
  );

  app.get(
    '/api/practice/personas/:id/places',
    { config, schema: { tags, params, querystring: PlacesQuery, response: { 200: z.array(Place) } } },
    async ({ params: { id }, query: { channel } }) => [...networkOf(channel).places(personOf(id))],
  );

  app.post(
    '/api/practice/personas/:id/messages',
    { config, schema: { tags, params, body: SayAsPersona, response: { 201: Said } } },
    async ({ params: { id }, body: { channel, place, text, inReplyTo, subject } }, reply) => {
      const network = networkOf(channel);
      const said = { place, text, ...(inReplyTo ? { inReplyTo } : {}), ...(subject ? { subject } : {}) };
      const person = personOf(id);
      try {
        const made = await network.say(person, said);
        return await reply.status(201).send(made);
      } catch (error) {
        // The network's own refusal, in its own words: too long, gone, not theirs.
        const words = error instanceof Error ? error.message : String(error);
        throw new CareError('invalid', 'network_refused', `${network.name} refused this: ${words}`);
      }
    },
  );

  app.put(
    '/api/practice/dials',
    { config, schema: { tags, body: PutDials, response: { 200: Done } } },
    async ({ body: { channel, dials } }) => {
      const { messagesPerMinute, ...faults } = dials;
      Object.assign(networkOf(channel).faults, faults);
      if (messagesPerMinute !== undefined) customers().messagesPerMinute = messagesPerMinute;
      return { ok: true } as const;
    },
  );

  app.put(
    '/api/practice/live',
    { config, schema: { tags, body: PutLive, response: { 200: Done } } },
    async ({ body: { isLive, messagesPerMinute } }) => {
      const live = customers();
      live.isLive = isLive;
      if (messagesPerMinute !== undefined) live.messagesPerMinute = messagesPerMinute;
      return { ok: true } as const;
    },
  );

  app.post('/api/practice/reset', { config, schema: { tags, response: { 200: Done } } }, async () => {
    await reset();
    return { ok: true } as const;
  });
};
