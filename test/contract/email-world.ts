import { createEmail, type EmailCredentials } from '../../src/connectors/email/index.ts';
import type {
  Connector,
  Cursor,
  ParseContext,
  Pulled,
  RawEntry,
  SourceSession,
} from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { type EmailNetwork, type EmailNetworkOptions, startEmail } from '../../src/simulators/email/index.ts';
import type { Persona } from '../../src/simulators/network.ts';

export const ADDRESS = 'care@kettle.example';
export const PASSWORD = 'kettle-4711';
const account = ADDRESS as ExternalAccountId;

export const personas: readonly [Persona, Persona] = [
  { id: 'ida', name: 'Ida Sørensen', handle: 'ida', email: 'ida@mail.test', language: 'en' },
  { id: 'ben', name: 'Ben Tamm', handle: 'ben', email: 'ben@post.test', language: 'de' },
];

/** A simulated mailbox, the connector, and the cursors that are kept between readings. */
export interface Mailbox {
  readonly network: EmailNetwork;
  readonly connector: Connector<EmailCredentials>;
  readonly account: ExternalAccountId;
  readonly credentials: EmailCredentials;
  readonly context: ParseContext;
  readonly cursors: Map<string, Cursor>;
  /** The last pull of the last reading. */
  readonly last: { pulled: Pulled | null };
  credentialsWith(changes: object): EmailCredentials;
  open(): Promise<SourceSession>;
  /** Everything new in these streams, from the kept cursors, over a connection of its own. */
  read(streams?: readonly string[]): Promise<{ readonly entry: RawEntry; readonly context: ParseContext }[]>;
}

export async function openMailbox(options: Partial<EmailNetworkOptions> = {}, changes: object = {}): Promise<Mailbox> {
  const now = options.now ?? (() => new Date());
  const network = await startEmail({ seed: 7, now, mailboxes: [{ address: ADDRESS, password: PASSWORD }], ...options });
  const connector = createEmail({ now, timeoutMs: 5_000 });
  const context = { account, settings: null, receivedAt: now() };
  const cursors = new Map<string, Cursor>();
  const last: { pulled: Pulled | null } = { pulled: null };
  const credentialsWith = (more: object) => {
    const form = {
      address: ADDRESS,
      fromName: 'Kettle Co',
      imapHost: '127.0.0.1',
      imapPort: network.imapPort,
      imapSecure: false,
      imapPassword: PASSWORD,
      smtpPort: network.smtpPort,
      smtpSecure: false,
      sentCopy: 'server',
      ...changes,
    };
    const result = connector.credentials.parse({ ...form, ...more });
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    return result.value;
  };
  const credentials = credentialsWith({});
  const open = async () => {
    if (!connector.source) throw new Error('no source');
    return connector.source.open(credentials, account, null);
  };
  return {
    network,
    connector,
    account,
    credentials,
    context,
    cursors,
    last,
    credentialsWith,
    open,
    async read(streams = ['INBOX', 'Sent']) {
      await network.settled();
      const session = await open();
      const found: { entry: RawEntry; context: ParseContext }[] = [];
      try {
        for (const source of streams) {
          for (let more = true; more; ) {
            const pulled = await session.pull(source, cursors.get(source) ?? null);
            cursors.set(source, pulled.cursor);
            last.pulled = pulled;
            more = pulled.more;
            found.push(...pulled.entries.map((entry) => ({ entry: { source, ...entry }, context })));
          }
        }
      } finally {
        await session.close();
      }
      return found;
    },
  };
}
