import { createPhone } from '../../src/connectors/phone/index.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startPhone } from '../../src/simulators/phone/index.ts';
import { fixturesOf, ida, oskar, steppingClock } from './lab.ts';
import { describeContract } from './suite.ts';

const ACCOUNT = '+4681234567' as ExternalAccountId;
const KINDS: Readonly<Record<string, readonly string[]>> = {
  call_in_voicemail: ['message'],
  call_out_unanswered: ['message'],
  unknown: ['ignored'],
  unknown_direction: ['ignored'],
};

describeContract('phone', async () => {
  const clock = steppingClock();
  const simulated = await startPhone({ seed: 5, now: clock.now });
  const credentials = { number: '+46 8 123 45 67', title: 'Support line' };
  return {
    connector: createPhone() as Connector<unknown>,
    credentials: { ...credentials, number: ACCOUNT },
    refusedCredentials: credentials,
    account: ACCOUNT,
    network: simulated.network,
    personas: [ida, oskar],
    arrived: async () =>
      simulated.take().map((body) => ({
        entry: { source: 'desk', headers: {}, body },
        context: { account: ACCOUNT, settings: {}, receivedAt: clock.now() },
      })),
    fixtures: fixturesOf('phone', KINDS, { account: ACCOUNT, source: () => 'desk' }),
    close: simulated.close,
  };
});
