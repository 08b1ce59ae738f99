import { randomUUID } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import { type ParsedMail, simpleParser } from 'mailparser';
import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createEmail, type EmailCredentials } from '../../src/connectors/email/index.ts';
import type { Cursor, ParseContext, Pulled, RawEntry, SourceSession } from '../../src/core/channel/connector.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { ExternalAccountId, OutgoingId } from '../../src/core/ids.ts';
import { type Reply, replyTo, words } from '../contract/acts.ts';
import { type Letter, lettersFromFixtures } from './mail/letters.ts';
import { type RealMail, startRealMail } from './mail/start.ts';

const CARE = 'care@kettle.example';
const account = CARE as ExternalAccountId;
const TOTAL = 200;
const started = await startRealMail();
if ('reason' in started) console.warn(`The real mail server is left out: ${started.reason}`);

describe.skipIf('reason' in started)('a real mailbox, by Postfix and Dovecot', () => {
  const server = started as RealMail;
  const email = createEmail({ timeoutMs: 30_000 });
  const context: ParseContext = { account, settings: null, receivedAt: new Date() };
  const cursors = new Map<string, Cursor>();
  const events: ChannelEvent[] = [];
  let credentials: EmailCredentials;
  let session: SourceSession;
  let lastPull: Pulled;
  let pulls = 0;
  let isWoken = false;
  let onWake = () => {};

  const messages = () => events.filter((event): event is MessageEvent => event.kind === 'message');
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: server.smtpPort,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 4,
  });
  const post = (letter: Letter) =>
    transport.sendMail({ envelope: { from: letter.from, to: [CARE] }, raw: letter.bytes });

  async function pull(stream: string): Promise<ChannelEvent[]> {
    const found: ChannelEvent[] = [];
    for (let more = true; more; ) {
      lastPull = await session.pull(stream, cursors.get(stream) ?? null);
      pulls++;
      cursors.set(stream, lastPull.cursor);
      more = lastPull.more;
      for (const { headers, body } of lastPull.entries)
        found.push(...(await email.parse({ source: stream, headers, body }, context)));
    }
    return found;
  }

  /** Pulls whenever the server wakes us by IDLE, and only then, until what is waited for is there. */
  async function hear(isThere: () => boolean): Promise<void> {
    const deadline = AbortSignal.timeout(90_000);
    events.push(...(await pull('INBOX')));
    while (!isThere()) {
      await new Promise<void>((resolve, reject) => {
        onWake = resolve;
        deadline.onabort = () =>
          reject(new Error(`Only ${messages().length} mails came.\n${server.logs().slice(-3_000)}`));
        if (isWoken) resolve();
      });
      isWoken = false;
      events.push(...(await pull('INBOX')));
    }
    deadline.onabort = null;
  }

  async function customersMail(mailbox: string, subject: string): Promise<ParsedMail[]> {
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

  beforeAll(async () => {
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
    credentials = form.value;
    await post({
      name: 'history',
      from: 'dora@mail.test',
      bytes: Buffer.from(
        'From: dora@mail.test\r\nSubject: Before you connected\r\nMessage-ID: <history@mail.test>\r\n\r\nOld.\r\n',
      ),
    });
    await vi.waitFor(async () => expect(await customersMail(CARE, 'Before you connected')).toHaveLength(1), {
      timeout: 20_000,
      interval: 50,
    });
    if (!email.source) throw new Error('no source');
    session = await email.source.open(credentials, account, null);
  });
  afterAll(async () => {
    await session?.close();
    transport.close();
    server.close();
  });

  it('accepts the credentials, and says which are wrong', async () => {
    expect(await email.check(credentials)).toEqual({
      ok: true,
      account: { id: CARE, name: 'Kettle Co', handle: CARE },
      warnings: [],
    });
    expect(await email.check({ ...credentials, imapPassword: 'wrong' })).toMatchObject({
      ok: false,
      field: 'imapPassword',
    });
    expect(await email.check({ ...credentials, smtpPassword: 'wrong' })).toMatchObject({
      ok: false,
      field: 'smtpPassword',
    });
    expect(await email.check({ ...credentials, imapPort: credentials.smtpPort })).toMatchObject({
      ok: false,
      field: expect.stringMatching(/^imap/),
    });
  });

  it('reads what lay there before as history', async () => {
    const found = await pull('INBOX');
    expect(found).toMatchObject([{ kind: 'message', id: '<history@mail.test>', isHistory: true }]);
    session.watch?.(() => {
      isWoken = true;
      onWake();
    });
  });

  it('a mail to nobody and an answer to someone away come back as what they are', async () => {
    server.setVacation('away@mail.test', 'Away until Monday', 'I am away and read mail on Monday.');
    const question = (from: string) =>
      post({
        name: from,
        from,
        bytes: Buffer.from(
          `From: ${from}\r\nTo: ${CARE}\r\nSubject: A question of ${from}\r\nMessage-ID: <q-${from}>\r\n\r\nHello?\r\n`,
        ),
      });
    await question('away@mail.test');
    await question(server.ghost);
    await hear(() => messages().length === 2);
    const sent = new Map<string, string>();
    for (const asked of messages().slice(0, 2)) {
      const act = replyTo(asked, words('Here is the answer.'));
      expect(await email.send(act, credentials, account)).toMatchObject({
        kind: 'accepted',
        remote: { hasSentCopy: true },
      });
      sent.set(asked.thread.counterpart?.id ?? '', `<earshot.${act.id}@kettle.example>`);
    }
    await hear(() => messages().length === 4);
    const away = messages().find(({ automatic }) => automatic === 'auto_reply');
    expect(away).toMatchObject({
      content: { text: 'I am away and read mail on Monday.', subject: 'Away until Monday' },
      author: { kind: 'contact', person: { id: 'away@mail.test' } },
    });
    expect(away?.belongsWith?.[0]).toBe(sent.get('away@mail.test'));
    const bounce = messages().find(({ automatic }) => automatic === 'bounce');
    expect(bounce).toMatchObject({
      thread: { id: `<q-${server.ghost}>`, counterpart: { id: server.ghost } },
      author: { kind: 'unknown' },
    });
    expect(events.find(({ kind }) => kind === 'delivery')).toMatchObject({
      status: 'failed',
      ids: [sent.get(server.ghost)],
      detail: expect.stringMatching(/ghost@mail\.test.*550 5\.1\.1/),
    });
  });

  it('hears 200 mails of forty kinds, each once and as it was written, and the count of both sides agrees', async () => {
    const before = messages().length + 1;
    const letters = lettersFromFixtures(6).slice(0, TOTAL - before);
    await Promise.all(letters.map(post));
    await hear(() => messages().length === before - 1 + letters.length);

    expect(before + letters.length).toBe(TOTAL);
    expect(new Set(messages().map(({ id }) => id)).size).toBe(TOTAL - 1);
    expect(lastPull.count).toEqual({ onServer: TOTAL, seen: TOTAL });
    expect(await pull('INBOX')).toEqual([]);

    const heard = new Map(messages().map((message) => [keyOf(message), message]));
    for (const letter of letters) {
      const entry: RawEntry = { source: 'INBOX', headers: {}, body: new Uint8Array(letter.bytes) };
      for (const event of await email.parse(entry, context)) {
        if (event.kind !== 'message') continue;
        const real = heard.get(keyOf(event));
        expect(real, letter.name).toBeDefined();
        if (real) expect(essence(real), letter.name).toEqual(essence(event));
      }
    }
    expect(pulls).toBeLessThan(400);
  });

  it('answers into the thread of the customer, who answers again', async () => {
    await post({
      name: 'question',
      from: 'dora@mail.test',
      bytes: Buffer.from(
        `From: Dora <dora@mail.test>\r\nTo: ${CARE}\r\nSubject: =?utf-8?Q?K=C3=B6cher?=\r\nMessage-ID: <real-1@mail.test>\r\nReferences: <real-0@mail.test>\r\n\r\nMy kettle leaks.\r\n`,
      ),
    });
    await hear(() => messages().at(-1)?.id === '<real-1@mail.test>');
    const asked = messages().at(-1) as MessageEvent;
    const picture = {
      name: 'Anleitung für Köcher.txt',
      mimeType: 'text/plain',
      sizeBytes: 3,
      read: async () => new TextEncoder().encode('abc'),
    };
    const act = replyTo(asked, { text: 'Please try this.\n\nΜε χαρά, 재킷 😊', attachments: [picture] });
    const ours = `<earshot.${act.id}@kettle.example>`;
    expect(await email.send(act, credentials, account)).toMatchObject({ kind: 'accepted', id: ours });
    expect(await email.find?.(act, credentials, account)).toEqual({ kind: 'accepted', id: ours });

    await expect
      .poll(() => customersMail('dora@mail.test', 'Re: Köcher'), { timeout: 20_000, interval: 50 })
      .toHaveLength(1);
    const [got] = await customersMail('dora@mail.test', 'Re: Köcher');
    expect(got).toMatchObject({
      messageId: ours,
      inReplyTo: '<real-1@mail.test>',
      references: ['<real-0@mail.test>', '<real-1@mail.test>'],
      from: { value: [{ address: CARE, name: 'Kettle Co' }] },
    });
    expect(got?.text?.trim()).toBe('Please try this.\n\nΜε χαρά, 재킷 😊');
    expect(got?.attachments).toMatchObject([{ filename: 'Anleitung für Köcher.txt', size: 3 }]);
    expect(got?.headers.get('auto-submitted')).toBeUndefined();

    const echoes = (await pull('Sent')).filter((event) => event.kind === 'message' && event.id === ours);
    expect(echoes).toMatchObject([
      {
        author: { kind: 'business' },
        mark: act.id,
        thread: { id: asked.thread.id, counterpart: { id: 'dora@mail.test' } },
      },
    ]);

    await post({
      name: 'again',
      from: 'dora@mail.test',
      bytes: Buffer.from(
        `From: Dora <dora@mail.test>\r\nTo: ${CARE}\r\nSubject: Re: Kettle\r\nMessage-ID: <real-2@mail.test>\r\nIn-Reply-To: ${ours}\r\n\r\nThank you!\r\n\r\nOn 20 Nov 2026, Kettle Co wrote:\r\n> Please try this.\r\n`,
      ),
    });
    await hear(() => messages().at(-1)?.id === '<real-2@mail.test>');
    expect(messages().at(-1)).toMatchObject({ belongsWith: [ours], content: { text: 'Thank you!' } });
  });

  it('the same act sent twice leaves one copy in Sent', async () => {
    const act = replyTo(messages().at(-1) as MessageEvent, words('Twice'));
    await email.send(act, credentials, account);
    await email.send({ ...act, attempt: 2 }, credentials, account);
    expect(
      (await pull('Sent')).filter((event) => event.kind === 'message' && event.content.text === 'Twice'),
    ).toHaveLength(1);
  });

  it('says in the words of the server why a mail is refused', async () => {
    const asked = messages().at(-1) as MessageEvent;
    const to = (address: string): Reply => {
      const act = replyTo(asked, words('Hello'));
      return {
        ...act,
        id: randomUUID() as OutgoingId,
        inReplyTo: null,
        thread: { ...act.thread, counterpartId: address, remote: null },
      };
    };
    expect(await email.send(to('nobody@mail.test'), credentials, account)).toMatchObject({
      kind: 'refused',
      reason: 'person_unavailable',
      detail: expect.stringContaining('550 5.1.1 <nobody@mail.test>'),
    });
    expect(await email.send(to('dora@mail.test'), { ...credentials, smtpPassword: 'wrong' }, account)).toMatchObject({
      kind: 'refused',
      reason: 'needs_login',
    });
    const never = to('dora@mail.test');
    expect(await email.find?.(never, credentials, account)).toMatchObject({ kind: 'unclear' });
  });

  it('automatic answers carry the marks that stop loops', async () => {
    const act = {
      ...replyTo(messages().find(({ id }) => id === '<real-1@mail.test>') as MessageEvent, {
        text: 'We got your mail.',
        subject: 'Auto: we got it',
        attachments: [],
      }),
      isByHuman: false,
    };
    expect(await email.send(act, credentials, account)).toMatchObject({ kind: 'accepted' });
    await expect
      .poll(() => customersMail('dora@mail.test', 'Auto: we got it'), { timeout: 20_000, interval: 50 })
      .toHaveLength(1);
    const [got] = await customersMail('dora@mail.test', 'Auto: we got it');
    expect(got?.headers.get('auto-submitted')).toBe('auto-replied');
    expect(got?.headerLines.find(({ key }) => key === 'return-path')?.line).toBe('Return-Path: <>');
  });
});

/** A mail without an id gets one from its size, which every server on the way changes. */
const keyOf = ({ id, content, remote }: MessageEvent) =>
  id.endsWith('@no-message-id.invalid>') ? JSON.stringify([content.subject, remote]) : id;

const essence = ({ thread, belongsWith, author, content, automatic, id }: MessageEvent) => ({
  thread: id.endsWith('@no-message-id.invalid>') ? null : thread.id,
  counterpart: thread.counterpart,
  belongsWith,
  author,
  content,
  automatic,
});
