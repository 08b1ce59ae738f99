import { createLinkedIn } from '../../src/connectors/linkedin/index.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startLinkedIn } from '../../src/simulators/linkedin/index.ts';
import { fixturesOf, ida, openDoor, oskar, steppingClock } from './lab.ts';
import type { ContractWorld } from './world.ts';

export const credentials = {
  organizationId: '5001',
  appId: '81',
  clientId: '86harbor',
  clientSecret: 'harbor-client-secret',
  accessToken: 'AQXharborAccess',
  refreshToken: '',
  version: '202609',
  webhooks: true,
};
const KINDS: Readonly<Record<string, readonly string[]>> = {
  batch_with_broken_ones: ['ignored', 'message', 'ignored', 'ignored'],
  comment: ['message'],
  comment_deleted: ['deletion'],
  comment_edited: ['edit'],
  comment_with_ids_only: ['message'],
  mention: ['message'],
  own_answer: ['message'],
  unknown: ['ignored'],
  unknown_type: ['ignored'],
};

export async function openLinkedIn(
  change: Partial<typeof credentials> = {},
  network: { readonly otherPages?: number; readonly isBrief?: boolean } = {},
) {
  const clock = steppingClock();
  const { organizationId, appId, clientId, clientSecret, accessToken } = credentials;
  const simulator = await startLinkedIn({
    seed: 7,
    now: clock.now,
    organizationId,
    name: 'Lindqvist Outdoor',
    appId,
    clientId,
    clientSecret,
    accessToken,
    refreshToken: 'AQYharborRefresh',
    versions: ['202609', '202610'],
    ...network,
    posts: ['Autumn is here, and so is the new Fjell jacket.'],
  });
  const connector = createLinkedIn({ baseUrl: simulator.url, now: clock.now, timeoutMs: 5_000 });
  const used = { ...credentials, ...change };
  const door = await openDoor(connector, credentials);
  await simulator.subscribe(door.url);
  const account = organizationId as ExternalAccountId;
  const world: ContractWorld = {
    connector: connector as Connector<unknown>,
    credentials: used,
    refusedCredentials: { ...credentials, accessToken: 'AQXofSomebodyElse' },
    account,
    network: simulator.network,
    personas: [ida, oskar],
    async arrived() {
      await simulator.network.settled();
      return door.take();
    },
    fixtures: fixturesOf('linkedin', KINDS),
    async close() {
      await simulator.close();
      await door.close();
    },
  };
  return { clock, simulator, connector, credentials: used, door, account, world };
}
