import { createMastodon } from '../../src/connectors/mastodon/index.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing } from '../../src/core/channel/outgoing.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startMastodon } from '../../src/simulators/mastodon/index.ts';
import type { Persona } from '../../src/simulators/network.ts';
import { pullsOf } from './bluesky-pulls.ts';
import { type Arrived, fixturesOf, ida, oskar, steppingClock } from './lab.ts';
import type { ContractWorld } from './world.ts';

const TOKEN = 'ZA1-token-of-the-care-account';
export const CARE = 'https://kettle.example/@care' as ExternalAccountId;

const KINDS: Readonly<Record<string, readonly string[]>> = {
  answer_in_a_long_thread: ['message'],
  answer_to_our_post: ['message'],
  answer_whose_root_is_not_known: ['message'],
  boost: ['reaction'],
  edit_of_boosted: ['edit'],
  edited: ['edit'],
  favourite: ['reaction'],
  gone: ['deletion'],
  hashtag: ['message'],
  mention: ['message'],
  mention_by_bot: ['message'],
  mention_with_film_and_sound: ['message'],
  mention_with_link_and_poll: ['message'],
  mention_with_warning: ['message'],
  own_answer: ['message'],
  own_boost: ['ignored'],
  own_post: ['post'],
  own_private_answer: ['message'],
  private_mention: ['message'],
  quote: ['message'],
  unknown: ['ignored'],
  unknown_follow: ['ignored'],
  unknown_mention_without_post: ['ignored'],
  unknown_type: ['ignored'],
};

/** A server with an account that is connected and read once. */
export async function openMastodon(form: object = {}) {
  const clock = steppingClock();
  const simulator = await startMastodon({
    seed: 7,
    now: clock.now,
    token: TOKEN,
    username: 'care',
    name: 'Kettle Co',
    posts: ['The Kettle 3 is here ☕'],
    limit: 10_000,
  });
  const pauses: number[] = [];
  const pause = async (ms: number) => void pauses.push(ms);
  const connector = createMastodon({ now: clock.now, timeoutMs: 5_000, pause });
  const filled = { server: simulator.url, accessToken: TOKEN, keywords: '#kettleco, teapot', ...form };
  const parsed = connector.credentials.parse(filled);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const credentials = parsed.value;
  const pulls = pullsOf(connector, credentials, CARE);
  await pulls.arrived();

  const arrived = async (): Promise<Arrived[]> =>
    (await pulls.arrived()).map((entry) => ({
      entry,
      context: { account: CARE, settings: {}, receivedAt: clock.now() },
    }));
  const events = async (): Promise<ChannelEvent[]> => {
    const all: ChannelEvent[] = [];
    for (const { entry, context } of await arrived()) all.push(...(await connector.parse(entry, context)));
    return all;
  };
  const hear = async (place: string, text: string, who: Persona = ida): Promise<MessageEvent> => {
    const { id } = await simulator.network.say(who, { place, text });
    const event = (await events()).find((one) => one.kind === 'message' && one.id === id);
    if (event?.kind !== 'message') throw new Error(`"${text}" never arrived`);
    return event;
  };
  return {
    clock,
    simulator,
    network: simulator.network,
    connector,
    credentials,
    pauses,
    pulls,
    arrived,
    events,
    hear,
    /** The brand's newest post, as a place. */
    wall: () => simulator.network.places(ida)[0]!.id,
    send: (act: Outgoing) => connector.send(act, credentials, CARE),
    seen: (who: Persona = ida) => simulator.network.view(who).flatMap(({ messages }) => messages),
    async close() {
      await pulls.close();
      await simulator.close();
    },
  };
}
export type MastodonLab = Awaited<ReturnType<typeof openMastodon>>;

export async function mastodonWorld(): Promise<ContractWorld> {
  const { connector, credentials, network, arrived, close } = await openMastodon();
  return {
    connector: connector as ContractWorld['connector'],
    credentials,
    refusedCredentials: { ...credentials, accessToken: 'somebody-elses' },
    account: CARE,
    network,
    personas: [ida, oskar],
    arrived,
    fixtures: fixturesOf('mastodon', KINDS, { account: CARE, source: () => 'notifications' }),
    close,
  };
}
