import { ACCOUNT, openApi } from './api-world.ts';
import { fixturesOf, ida, oskar } from './lab.ts';
import { describeContract } from './suite.ts';

const KINDS: Readonly<Record<string, readonly string[]>> = {
  batch: ['message', 'message', 'delivery'],
  delivery_failed: ['delivery'],
  deletion: ['deletion'],
  edit: ['edit'],
  echo_of_our_answer: ['message'],
  message: ['message'],
  message_with_files: ['message'],
  unknown: ['ignored', 'ignored', 'ignored', 'ignored', 'ignored', 'ignored'],
};

describeContract('api', async () => {
  const api = await openApi();
  return {
    connector: api.connector,
    credentials: api.credentials,
    refusedCredentials: { ...api.credentials, secret: 'another-secret-of-nobody-here' },
    account: ACCOUNT,
    network: api.simulated.network,
    personas: [ida, oskar],
    arrived: api.arrived,
    fixtures: fixturesOf('api', KINDS, { account: ACCOUNT }),
    close: api.close,
  };
});
