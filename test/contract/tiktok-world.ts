import { createTikTok } from '../../src/connectors/tiktok/index.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startTikTok } from '../../src/simulators/tiktok/index.ts';
import { pullsOf } from './bluesky-pulls.ts';
import { fixturesOf, ida, openDoor, oskar, steppingClock } from './lab.ts';
import type { ContractWorld } from './world.ts';

export const credentials = {
  appId: '7000000000000000001',
  appSecret: 'harbor-app-secret',
  refreshToken: 'rft.harbor',
  businessId: 'act.lindqvist',
};
const KINDS: Readonly<Record<string, readonly string[]>> = {
  comment: ['message'],
  own_answer: ['message'],
  unknown: ['ignored'],
  unknown_action: ['ignored'],
  unknown_comment_without_place: ['ignored'],
  unknown_event: ['ignored'],
  unknown_new_comment_without_words: ['ignored'],
  video: ['post'],
  webhook_deleted: ['deletion'],
  webhook_hidden: ['visibility'],
  webhook_public: ['visibility'],
};

export async function openTikTok({ rotates = false }: { readonly rotates?: boolean } = {}) {
  const clock = steppingClock();
  const simulator = await startTikTok({
    seed: 7,
    now: clock.now,
    ...credentials,
    rotates,
    name: 'Lindqvist Outdoor',
    username: 'lindqvist',
    videos: ['Autumn is here', 'The new Fjell jacket'],
  });
  const connector = createTikTok({ baseUrl: simulator.url, now: clock.now, timeoutMs: 5_000 });
  const door = await openDoor(connector, credentials);
  const account = credentials.businessId as ExternalAccountId;
  const connected = await connector.connect?.(credentials, account, door.url);
  if (!connected?.ok) throw new Error(JSON.stringify(connected));
  const pulls = pullsOf(connector, credentials, account);
  await pulls.arrived();
  const world: ContractWorld = {
    connector: connector as Connector<unknown>,
    credentials,
    refusedCredentials: { ...credentials, refreshToken: 'rft.ofSomebodyElse' },
    account,
    network: simulator.network,
    personas: [ida, oskar],
    async arrived() {
      await simulator.network.settled();
      const entries = await pulls.arrived();
      const context = { account, settings: {}, receivedAt: new Date() };
      return [...entries.map((entry) => ({ entry, context })), ...door.take()];
    },
    fixtures: fixturesOf('tiktok', KINDS, {
      account,
      settings: {},
      source: (name) => (name.startsWith('webhook') ? 'webhook' : 'comments'),
    }),
    async close() {
      await pulls.close();
      await simulator.close();
      await door.close();
    },
  };
  return { clock, simulator, connector, door, account, world };
}
