import { readdirSync, readFileSync } from 'node:fs';
import { createEmail } from '../../src/connectors/email/index.ts';
import type { Connector, Cursor, ParseContext, RawEntry, SourceSession } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startEmail } from '../../src/simulators/email/index.ts';
import type { Persona } from '../../src/simulators/network.ts';
import { describeContract } from './suite.ts';
import type { ContractWorld } from './world.ts';

const ADDRESS = 'care@kettle.example';
const account = ADDRESS as ExternalAccountId;
const FIXTURES = new URL('../../src/connectors/email/fixtures/', import.meta.url);

const personas: readonly [Persona, Persona] = [
  { id: 'ida', name: 'Ida Sørensen', handle: 'ida', email: 'ida@mail.test', language: 'en' },
  { id: 'ben', name: 'Ben Tamm', handle: 'ben', email: 'ben@post.test', language: 'de' },
];

async function makeWorld(): Promise<ContractWorld> {
  const now = () => new Date();
  const network = await startEmail({ seed: 7, now, mailboxes: [{ address: ADDRESS, password: 'kettle-4711' }] });
  const connector = createEmail({ now, timeoutMs: 5_000 });
  const { imapPort, smtpPort } = network;
  const form = {
    address: ADDRESS,
    fromName: 'Kettle Co',
    imapHost: '127.0.0.1',
    imapPort,
    imapSecure: false,
    imapPassword: 'kettle-4711',
    smtpHost: '127.0.0.1',
    smtpPort,
    smtpSecure: false,
    sentCopy: 'server',
  };
  const credentialsOf = (input: object) => {
    const result = connector.credentials.parse(input);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    return result.value;
  };
  const credentials = credentialsOf(form);
  const cursors = new Map<string, Cursor>();

  async function pulled(session: SourceSession): Promise<{ entry: RawEntry; context: ParseContext }[]> {
    const found: { entry: RawEntry; context: ParseContext }[] = [];
    for (const { name } of connector.source?.streams(null) ?? []) {
      for (let more = true; more; ) {
        const batch = await session.pull(name, cursors.get(name) ?? null);
        cursors.set(name, batch.cursor);
        more = batch.more;
        const context = { account, settings: null, receivedAt: now() };
        found.push(...batch.entries.map((entry) => ({ entry: { source: name, ...entry }, context })));
      }
    }
    return found;
  }
  async function arrived() {
    await network.settled();
    const session = await connector.source?.open(credentials, account, null);
    if (!session) throw new Error('no source');
    try {
      return await pulled(session);
    } finally {
      await session.close();
    }
  }
  await arrived();

  return {
    connector: connector as unknown as Connector<unknown>,
    credentials,
    refusedCredentials: credentialsOf({ ...form, imapPassword: 'wrong' }),
    account,
    network,
    personas,
    arrived,
    fixtures: fixtures(),
    close: () => network.close(),
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

function fixtures(): ContractWorld['fixtures'] {
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
