import { ImapFlow } from 'imapflow';
import { type ParsedMail, simpleParser } from 'mailparser';
import { createEmail, type EmailCredentials } from '../../../src/connectors/email/index.ts';
import type { Cursor, ParseContext, Pulled, SourceSession } from '../../../src/core/channel/connector.ts';
import type { ChannelEvent, MessageEvent } from '../../../src/core/channel/event.ts';
import type { ExternalAccountId } from '../../../src/core/ids.ts';
import type { RealMail } from './start.ts';

export const CARE = 'care@kettle.example';
const WAIT_MS = 90_000;

export const email = createEmail({ timeoutMs: 30_000 });
export const account = CARE as ExternalAccountId;
export const context: ParseContext = { account, settings: null, receivedAt: new Date('2026-11-20T10:00:00Z') };

export function credentialsFor(server: RealMail): EmailCredentials {
  const form = email.credentials.parse({
    address: CARE,
    fromName: 'Kettle Co',
    imapHost: '127.0.0.1',
    imapPort: server.imapPort,
    imapSecure: false,
    imapPassword: server.password,
    smtpPort: server.smtpPort,
    smtpSecure: false,
  });
  if (!form.ok) throw new Error(JSON.stringify(form.errors));
  return form.value;
}

/** The connector's own session on the real mailbox, and all that it heard. */
export class Reader {
  readonly events: ChannelEvent[] = [];
  /** How often the server was asked. */
  pulls = 0;
  last: Pulled | null = null;
  readonly #session: SourceSession;
  readonly #server: RealMail;
  readonly #cursors = new Map<string, Cursor>();
  #isWoken = false;
  #onWake = () => {};

  private constructor(session: SourceSession, server: RealMail) {
    this.#session = session;
    this.#server = server;
  }

  static async open(server: RealMail): Promise<Reader> {
    if (!email.source) throw new Error('no source');
    return new Reader(await email.source.open(credentialsFor(server), account, null), server);
  }

  get messages(): readonly MessageEvent[] {
    return this.events.filter((event): event is MessageEvent => event.kind === 'message');
  }

  watch(): void {
    this.#session.watch?.(() => {
      this.#isWoken = true;
      this.#onWake();
    });
  }

  async pull(stream: string): Promise<ChannelEvent[]> {
    const found: ChannelEvent[] = [];
    for (let more = true; more; ) {
      this.last = await this.#session.pull(stream, this.#cursors.get(stream) ?? null);
      this.pulls++;
      this.#cursors.set(stream, this.last.cursor);
      more = this.last.more;
      for (const { headers, body } of this.last.entries)
        found.push(...(await email.parse({ source: stream, headers, body }, context)));
    }
    return found;
  }

  /** Pulls whenever the server wakes us by IDLE, and only then, until what is waited for is there. */
  async hear(isThere: () => boolean): Promise<void> {
    const deadline = AbortSignal.timeout(WAIT_MS);
    this.events.push(...(await this.pull('INBOX')));
    while (!isThere()) {
      await new Promise<void>((resolve, reject) => {
        this.#onWake = resolve;
        deadline.onabort = () =>
          reject(new Error(`Only ${this.messages.length} mails came.\n${this.#server.logs().slice(-3_000)}`));
        if (this.#isWoken) resolve();
      });
      this.#isWoken = false;
      this.events.push(...(await this.pull('INBOX')));
    }
    deadline.onabort = null;
  }

  close(): Promise<void> {
    return this.#session.close();
  }
}

/** What lies in a mailbox under this subject, read as its owner's own mail program would. */
export async function mailsIn(server: RealMail, mailbox: string, subject: string): Promise<ParsedMail[]> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: server.imapPort,
    secure: false,
    doSTARTTLS: false,
    logger: false,
    auth: { user: mailbox, pass: server.password },
  });
  await client.connect();
  try {
    await client.mailboxOpen('INBOX');
    const mails: ParsedMail[] = [];
    for await (const { source } of client.fetch('1:*', { source: true }))
      if (source) mails.push(await simpleParser(source));
    return mails.filter((mail) => mail.subject === subject);
  } finally {
    await client.logout();
  }
}
