import { createBluesky } from '../../src/connectors/bluesky/index.ts';
import type { ExternalAccountId, Json } from '../../src/core/ids.ts';
import { type BlueskyNetwork, startBluesky } from '../../src/simulators/bluesky/index.ts';
import { pullsOf } from './bluesky-pulls.ts';
import { DORA, fixtures, IDA } from './bluesky-world.ts';
import { describeContract } from './suite.ts';
import type { ContractWorld } from './world.ts';

const BRAND = {
  handle: 'kettleco.test',
  name: 'Kettle & Co.',
  password: 'mqk3-vnte-b5ez-bbcl',
  posts: ['The Kettle 3 is here ☕'],
};
async function makeWorld(): Promise<ContractWorld> {
  const network: BlueskyNetwork = await startBluesky({ seed: 7, brand: BRAND });
  const connector = createBluesky({ timeoutMs: 5_000 });
  const account = network.brand.did as ExternalAccountId;
  const form = { service: network.url, identifier: BRAND.handle, appPassword: BRAND.password, keywords: 'kettle 3' };
  const parsed = connector.credentials.parse(form);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const pulls = pullsOf(connector, parsed.value, account);
  await pulls.arrived();
  const settings: Json = {};
  return {
    connector: connector as ContractWorld['connector'],
    credentials: parsed.value,
    refusedCredentials: { ...parsed.value, appPassword: 'not-the-password' },
    account,
    network,
    personas: [IDA, DORA],
    async arrived() {
      const entries = await pulls.arrived();
      return entries.map((entry) => ({ entry, context: { account, settings, receivedAt: new Date() } }));
    },
    fixtures,
    async close() {
      await pulls.close();
      await network.close();
    },
  };
}

describeContract('bluesky', makeWorld);
