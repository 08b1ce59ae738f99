import type { Connector } from '../../src/core/channel/connector.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import type { SimulatedNetwork } from '../../src/simulators/network.ts';
import type { Reviews } from '../../src/simulators/reviews/reviews.ts';
import { pullsOf } from './bluesky-pulls.ts';
import { fixturesOf, ida, oskar } from './lab.ts';
import type { ContractWorld } from './world.ts';

interface ReviewsParts<Credentials> {
  readonly connector: Connector<Credentials>;
  readonly credentials: Credentials;
  readonly refusedCredentials: Credentials;
  readonly account: string;
  readonly simulator: {
    readonly network: SimulatedNetwork;
    readonly reviews: Reviews;
    readonly close: () => Promise<void>;
  };
  readonly kinds: Readonly<Record<string, readonly string[]>>;
}

/** A connected inbox of one network of reviews: its history is read already. */
export async function reviewsWorld<Credentials>(parts: ReviewsParts<Credentials>): Promise<ContractWorld> {
  const { connector, credentials, simulator } = parts;
  const account = parts.account as ExternalAccountId;
  const pulls = pullsOf(connector, credentials, account);
  await pulls.arrived();
  return {
    connector: connector as Connector<unknown>,
    credentials,
    refusedCredentials: parts.refusedCredentials,
    account,
    network: simulator.network,
    personas: [ida, oskar],
    async arrived() {
      const entries = await pulls.arrived();
      return entries.map((entry) => ({ entry, context: { account, settings: {}, receivedAt: new Date() } }));
    },
    fixtures: fixturesOf(connector.channel, parts.kinds, { account, settings: {}, source: () => 'reviews' }),
    async close() {
      await pulls.close();
      await simulator.close();
    },
  };
}

export async function eventsOf(world: ContractWorld): Promise<ChannelEvent[]> {
  const events: ChannelEvent[] = [];
  for (const { entry, context } of await world.arrived()) events.push(...(await world.connector.parse(entry, context)));
  return events;
}

/** Ida writes a review, and it arrives. */
export async function review(world: ContractWorld, text: string, stars = 2): Promise<MessageEvent> {
  const { id } = await world.network.say(world.personas[0], { place: `stars:${stars}`, text });
  const event = (await eventsOf(world)).find((one) => one.kind === 'message' && one.id === id);
  if (event?.kind !== 'message') throw new Error(`${text} did not arrive`);
  return event;
}

/** What is the same on every fixture of reviews. */
export const REVIEW_KINDS = {
  review: ['message'],
  review_edited: ['message', 'edit'],
  review_with_answer: ['message', 'message'],
  answer_edited: ['message', 'edit'],
  answer_gone: ['message', 'deletion'],
  review_gone: ['deletion'],
  unknown: ['ignored'],
} as const;
