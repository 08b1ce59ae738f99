import { readdirSync, readFileSync } from 'node:fs';
import type { Connector } from '../../src/core/channel/connector.ts';
import { openMailbox, personas } from './email-world.ts';
import { describeContract } from './suite.ts';
import type { ContractWorld } from './world.ts';

const FIXTURES = new URL('../../src/connectors/email/fixtures/', import.meta.url);

async function makeWorld(): Promise<ContractWorld> {
  const mailbox = await openMailbox();
  await mailbox.read();
  return {
    connector: mailbox.connector as unknown as Connector<unknown>,
    credentials: mailbox.credentials,
    refusedCredentials: mailbox.credentialsWith({ imapPassword: 'wrong' }),
    account: mailbox.account,
    network: mailbox.network,
    personas,
    arrived: () => mailbox.read(),
    fixtures: fixtures(mailbox.account),
    close: () => mailbox.network.close(),
  };
}

/** Two events for what also reports a delivery; the name of the file says the folder it lay in. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'bounce-postfix': ['message', 'delivery'],
  'bounce-exchange': ['message', 'delivery'],
  'bounce-plain-exim': ['message', 'delivery'],
  'receipt-read': ['message', 'delivery'],
  'unknown-json': ['ignored'],
};

function fixtures(account: ContractWorld['account']): ContractWorld['fixtures'] {
  return readdirSync(FIXTURES)
    .filter((file) => file.endsWith('.eml'))
    .map((file) => {
      const name = file.replace(/\.eml$/, '');
      const body = new Uint8Array(readFileSync(new URL(file, FIXTURES)));
      const headers = {
        folder: 'INBOX',
        uid: '7',
        uidvalidity: '1',
        internaldate: '2026-11-20T09:30:00.000Z',
        isHistory: 'false',
      };
      return {
        name,
        entry: { source: name.startsWith('sent-') ? 'Sent' : 'INBOX', headers, body },
        context: { account, settings: null, receivedAt: new Date('2026-11-20T09:31:00Z') },
        kinds: KINDS[name] ?? ['message'],
      };
    });
}

describeContract('email', makeWorld);
