import type { Connector } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { type MetaNetworks, type MetaOptions, startMeta } from '../../src/simulators/meta/index.ts';
import { type Arrived, fixturesOf, ida, openDoor, oskar, steppingClock } from './lab.ts';
import type { ContractWorld } from './world.ts';

export const PAGE_ID = '104477880011223';
export const credentials = {
  pageId: PAGE_ID,
  pageAccessToken: 'EAApageTokenA',
  appId: '918273645501234',
  appSecret: 'harbor-test-secret',
  verifyToken: 'harbor-verify',
};
const LISTS = { facebook: 'feed', messenger: 'conversations' } as const;
export type Meta = Awaited<ReturnType<typeof openMeta>>;

export async function openMeta(
  make: (options: {
    graphUrl: string;
    now: () => Date;
    timeoutMs: number;
    conversationEveryMs: number;
  }) => Connector<typeof credentials>,
  options: Partial<MetaOptions> = {},
) {
  const clock = steppingClock();
  const { appId, appSecret, verifyToken, pageId, pageAccessToken } = credentials;
  const networks: MetaNetworks = await startMeta({
    seed: 7,
    now: clock.now,
    appId,
    appSecret,
    verifyToken,
    pages: [
      { id: pageId, name: 'Lindqvist Outdoor', token: pageAccessToken },
      { id: '104477880099887', name: 'Lindqvist Ski', token: 'EAApageTokenB' },
    ],
    ...options,
  });
  const connector = make({ graphUrl: networks.graphUrl, now: clock.now, timeoutMs: 5_000, conversationEveryMs: 0 });
  const door = await openDoor(connector, credentials);
  networks.subscribe(door.url);
  const arrived = async (): Promise<Arrived[]> => {
    await networks.facebook.settled();
    return door.take();
  };
  const close = async () => {
    await networks.close();
    await door.close();
  };
  return { clock, networks, connector, door, arrived, close };
}

export function contractWorld(
  meta: Meta,
  channel: 'facebook' | 'messenger',
  kinds: Readonly<Record<string, readonly string[]>>,
): ContractWorld {
  return {
    connector: meta.connector as Connector<unknown>,
    credentials,
    refusedCredentials: { ...credentials, pageAccessToken: 'EAAofSomebodyElse' },
    account: PAGE_ID as ExternalAccountId,
    network: meta.networks[channel],
    personas: [ida, oskar],
    arrived: meta.arrived,
    fixtures: fixturesOf(channel, kinds, {
      account: PAGE_ID as ExternalAccountId,
      source: (name) => (name.startsWith('listed') ? LISTS[channel] : 'webhook'),
    }),
    close: meta.close,
  };
}
