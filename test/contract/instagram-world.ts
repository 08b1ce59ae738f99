import { createInstagram } from '../../src/connectors/instagram/index.ts';
import type { Connector, RawEntry } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { type InstagramNetwork, type InstagramOptions, startInstagram } from '../../src/simulators/instagram/index.ts';
import type { SimulatedNetwork } from '../../src/simulators/network.ts';
import { type Arrived, fixturesOf, ida, openDoor, oskar, steppingClock } from './lab.ts';
import type { ContractWorld } from './world.ts';

export const ACCOUNT = '17841499000112233';
export const OTHER_ACCOUNT = '17841499000445566';
const both = { accountId: ACCOUNT, verifyToken: 'harbor-verify', tokenMadeOn: '' };
export const byPage = {
  ...both,
  login: 'facebook' as const,
  accessToken: 'EAApageTokenA',
  pageId: '104477880011223',
  appId: '918273645501234',
  appSecret: 'harbor-test-secret',
  otherSecret: '',
};
export const byAccount = {
  ...both,
  login: 'instagram' as const,
  accessToken: 'IGlongTokenA',
  pageId: '',
  appId: '733100220033445',
  appSecret: 'harbor-ig-secret',
  otherSecret: 'harbor-test-secret',
};
export type Instagram = Awaited<ReturnType<typeof openInstagram>>;

export async function openInstagram(
  credentials: typeof byPage | typeof byAccount,
  options: Partial<InstagramOptions> = {},
) {
  const clock = steppingClock();
  const instagram: InstagramNetwork = await startInstagram({
    seed: 7,
    now: clock.now,
    appId: byPage.appId,
    appSecret: byPage.appSecret,
    instagramAppId: byAccount.appId,
    instagramSecret: byAccount.appSecret,
    verifyToken: both.verifyToken,
    accounts: [
      {
        id: ACCOUNT,
        username: 'lindqvist.outdoor',
        name: 'Lindqvist Outdoor',
        pageId: byPage.pageId,
        pageToken: byPage.accessToken,
        token: byAccount.accessToken,
      },
      {
        id: OTHER_ACCOUNT,
        username: 'lindqvist.ski',
        name: 'Lindqvist Ski',
        pageId: '104477880099887',
        pageToken: 'EAApageTokenB',
        token: 'IGlongTokenB',
      },
    ],
    ...options,
  });
  const connector = createInstagram({
    baseUrl: instagram.url,
    now: clock.now,
    timeoutMs: 5_000,
    conversationEveryMs: 0,
  });
  const door = await openDoor(connector, credentials);
  const arrived = async (): Promise<Arrived[]> => {
    await instagram.network.settled();
    return door.take();
  };
  const context = (entry: RawEntry): Arrived => ({
    entry,
    context: { account: ACCOUNT as ExternalAccountId, settings: {}, receivedAt: clock.now() },
  });
  const close = async () => {
    await instagram.close();
    await door.close();
  };
  return { clock, instagram, connector, credentials, door, arrived, context, close };
}

export function contractWorld(
  { connector, credentials, arrived, close }: Instagram,
  network: SimulatedNetwork,
  kinds: Readonly<Record<string, readonly string[]>>,
): ContractWorld {
  return {
    connector: connector as Connector<unknown>,
    credentials,
    refusedCredentials: { ...credentials, accessToken: 'OfSomebodyElse' },
    account: ACCOUNT as ExternalAccountId,
    network,
    personas: [ida, oskar],
    arrived,
    fixtures: fixturesOf('instagram', kinds, {
      account: ACCOUNT as ExternalAccountId,
      source: (name) => (name.includes('listed') ? 'comments' : 'webhook'),
    }),
    close,
  };
}
