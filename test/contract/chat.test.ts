import { createChat } from '../../src/connectors/chat/index.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startChat } from '../../src/simulators/chat/index.ts';
import { fixturesOf, ida, oskar, steppingClock } from './lab.ts';
import { describeContract } from './suite.ts';

const ACCOUNT = 'www.example.com' as ExternalAccountId;
const KINDS: Readonly<Record<string, readonly string[]>> = {
  line: ['message'],
  line_with_files: ['message'],
  read: ['delivery'],
  unknown: ['ignored'],
  unknown_line: ['ignored'],
};

// The door itself, the window and what becomes of it all are held to it in src/server/chat/chat.test.ts.
describeContract('chat', async () => {
  const clock = steppingClock();
  const simulated = await startChat({ seed: 3, now: clock.now });
  const chat = createChat();
  const connector: Connector<unknown> = {
    ...(chat as Connector<unknown>),
    async send(act, credentials, account) {
      const outcome = await chat.send(act, credentials as never, account);
      if (outcome.kind === 'accepted') simulated.show(act);
      return outcome;
    },
  };
  const credentials = { site: 'https://www.example.com', colour: '#0b5cad', timeZone: 'Europe/Berlin' };
  return {
    connector,
    credentials,
    refusedCredentials: credentials,
    account: ACCOUNT,
    network: simulated.network,
    personas: [ida, oskar],
    arrived: async () =>
      simulated.take().map((body) => ({
        entry: { source: 'widget', headers: {}, body },
        context: { account: ACCOUNT, settings: {}, receivedAt: clock.now() },
      })),
    fixtures: fixturesOf('chat', KINDS, { account: ACCOUNT, source: () => 'widget' }),
    close: simulated.close,
  };
});
