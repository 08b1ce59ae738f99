import { pullsOf } from './bluesky-pulls.ts';
import { ida, oskar } from './lab.ts';
import { describeContract } from './suite.ts';
import type { ContractWorld } from './world.ts';
import { fixtures, openYouTubeWorld } from './youtube-world.ts';

describeContract('youtube', async () => {
  const { network, connector, credentials, account, clock } = await openYouTubeWorld();
  const pulls = pullsOf(connector, credentials, account);
  await pulls.arrived();
  return {
    connector: connector as ContractWorld['connector'],
    credentials,
    refusedCredentials: { ...credentials, refreshToken: '1//revoked' },
    account,
    network,
    personas: [ida, oskar],
    async arrived() {
      const entries = await pulls.arrived();
      return entries.map((entry) => ({ entry, context: { account, settings: {}, receivedAt: new Date() } }));
    },
    fixtures,
    untilShown: () => clock.pass(10 * 60_000),
    async close() {
      await pulls.close();
      await network.close();
    },
  };
});
