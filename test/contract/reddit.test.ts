import { pullsOf } from './bluesky-pulls.ts';
import { ida, oskar } from './lab.ts';
import { fixtures, openRedditWorld } from './reddit-world.ts';
import { describeContract } from './suite.ts';
import type { ContractWorld } from './world.ts';

describeContract('reddit', async () => {
  const { network, connector, credentials, account, settings, clock } = await openRedditWorld();
  const pulls = pullsOf(connector, credentials, account);
  await pulls.arrived();
  return {
    connector: connector as ContractWorld['connector'],
    credentials,
    refusedCredentials: { ...credentials, refreshToken: '1000-revoked' },
    account,
    network,
    personas: [ida, oskar],
    async arrived() {
      clock.pass(2 * 60_000);
      const entries = await pulls.arrived();
      return entries.map((entry) => ({ entry, context: { account, settings, receivedAt: new Date() } }));
    },
    fixtures,
    async close() {
      await pulls.close();
      await network.close();
    },
  };
});
