import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EmailCredentials } from '../../src/connectors/email/index.ts';
import type { RawEntry } from '../../src/core/channel/connector.ts';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { OutgoingId } from '../../src/core/ids.ts';
import { type Reply, replyTo, words } from '../contract/acts.ts';
import { type Letter, lettersFromFixtures } from './mail/letters.ts';
import { account, CARE, context, credentialsFor, email, mailsIn, Reader } from './mail/reader.ts';
import { type RealMail, startRealMail } from './mail/start.ts';

const TOTAL = 200;
const started = await startRealMail();
if ('reason' in started) console.warn(`The real mail server is left out: ${started.reason}`);

describe.skipIf('reason' in started)('a real mailbox, by Postfix and Dovecot', () => {
  const server = started as RealMail;
  let credentials: EmailCredentials;
  let reader: Reader;

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
  /** A mail of a customer with these header lines and this text. */
  const write = (from: string, headers: readonly string[], text: string) =>
    post({ name: text, from, bytes: Buffer.from([...headers, `To: ${CARE}`, '', text, ''].join('\r\n')) });
  const newest = () => reader.messages.at(-1) as MessageEvent;
  const inDorasMailbox = async (subject: string) => {
    await expect
      .poll(() => mailsIn(server, 'dora@mail.test', subject), { timeout: 20_000, interval: 50 })
      .toHaveLength(1);
    return (await mailsIn(server, 'dora@mail.test', subject))[0];
  };

  beforeAll(async () => {
    credentials = credentialsFor(server);
    await write(
      'dora@mail.test',
      ['From: dora@mail.test', 'Subject: Before', 'Message-ID: <history@mail.test>'],
      'Old.',
    );
    await vi.waitFor(async () => expect(await mailsIn(server, CARE, 'Before')).toHaveLength(1), {
      timeout: 20_000,
      interval: 50,
    });
    reader = await Reader.open(server);
  });
  afterAll(async () => {
    await reader?.close();
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
    expect(await reader.pull('INBOX')).toMatchObject([{ kind: 'message', id: '<history@mail.test>', isHistory: true }]);
    reader.watch();
  });

  it('a mail to nobody and an answer to someone away come back as what they are', async () => {
    server.setVacation('away@mail.test', 'Away until Monday', 'I am away and read mail on Monday.');
    const question = (from: string) =>
      write(from, [`From: ${from}`, `Subject: A question of ${from}`, `Message-ID: <q-${from}>`], 'Hello?');
    await question('away@mail.test');
    await question(server.ghost);
    await reader.hear(() => reader.messages.length === 2);
    const sent = new Map<string, string>();
    for (const asked of reader.messages.slice(0, 2)) {
      const act = replyTo(asked, words('Here is the answer.'));
      expect(await email.send(act, credentials, account)).toMatchObject({
        kind: 'accepted',
        remote: { hasSentCopy: true },
      });
      sent.set(asked.thread.counterpart?.id ?? '', `<earshot.${act.id}@kettle.example>`);
    }
    await reader.hear(() => reader.messages.length === 4);
    const away = reader.messages.find(({ automatic }) => automatic === 'auto_reply');
    expect(away).toMatchObject({
      content: { text: 'I am away and read mail on Monday.', subject: 'Away until Monday' },
      author: { kind: 'contact', person: { id: 'away@mail.test' } },
    });
    expect(away?.belongsWith?.[0]).toBe(sent.get('away@mail.test'));
    const bounce = reader.messages.find(({ automatic }) => automatic === 'bounce');
    expect(bounce).toMatchObject({
      thread: { id: `<q-${server.ghost}>`, counterpart: { id: server.ghost } },
      author: { kind: 'contact', person: { id: 'mailer-daemon@mx.example' } },
    });
    expect(reader.events.find(({ kind }) => kind === 'delivery')).toMatchObject({
      status: 'failed',
      ids: [sent.get(server.ghost)],
      detail: expect.stringMatching(/ghost@mail\.test.*550 5\.1\.1/),
    });
  });

  it('hears 200 mails of forty kinds, each once and as it was written, and the count of both sides agrees', async () => {
    const before = reader.messages.length + 1;
    const letters = lettersFromFixtures(6).slice(0, TOTAL - before);
    await Promise.all(letters.map(post));
    await reader.hear(() => reader.messages.length === before - 1 + letters.length);

    expect(before + letters.length).toBe(TOTAL);
    expect(new Set(reader.messages.map(({ id }) => id)).size).toBe(TOTAL - 1);
    expect(reader.last?.count).toEqual({ onServer: TOTAL, seen: TOTAL });
    expect(await reader.pull('INBOX')).toEqual([]);

    const heard = new Map(reader.messages.map((message) => [keyOf(message), message]));
    for (const letter of letters) {
      const entry: RawEntry = { source: 'INBOX', headers: {}, body: new Uint8Array(letter.bytes) };
      for (const event of await email.parse(entry, context)) {
        if (event.kind !== 'message') continue;
        const real = heard.get(keyOf(event));
        expect(real, letter.name).toBeDefined();
        if (real) expect(essence(real), letter.name).toEqual(essence(event));
      }
    }
    expect(reader.pulls).toBeLessThan(400);
  });

  it('answers into the thread of the customer, who answers again', async () => {
    const headers = [
      'From: Dora <dora@mail.test>',
      'Subject: =?utf-8?Q?K=C3=B6cher?=',
      'Message-ID: <real-1@mail.test>',
    ];
    await write('dora@mail.test', [...headers, 'References: <real-0@mail.test>'], 'My kettle leaks.');
    await reader.hear(() => newest().id === '<real-1@mail.test>');
    const asked = newest();
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

    const got = await inDorasMailbox('Re: Köcher');
    expect(got).toMatchObject({
      messageId: ours,
      inReplyTo: '<real-1@mail.test>',
      references: ['<real-0@mail.test>', '<real-1@mail.test>'],
      from: { value: [{ address: CARE, name: 'Kettle Co' }] },
    });
    expect(got?.text?.trim()).toBe('Please try this.\n\nΜε χαρά, 재킷 😊');
    expect(got?.attachments).toMatchObject([{ filename: 'Anleitung für Köcher.txt', size: 3 }]);
    expect(got?.headers.get('auto-submitted')).toBeUndefined();

    const echoes = (await reader.pull('Sent')).filter((event) => event.kind === 'message' && event.id === ours);
    expect(echoes).toMatchObject([
      {
        author: { kind: 'business' },
        mark: act.id,
        thread: { id: asked.thread.id, counterpart: { id: 'dora@mail.test' } },
      },
    ]);

    await write(
      'dora@mail.test',
      ['From: Dora <dora@mail.test>', 'Subject: Re: Kettle', 'Message-ID: <real-2@mail.test>', `In-Reply-To: ${ours}`],
      'Thank you!\r\n\r\nOn 20 Nov 2026, Kettle Co wrote:\r\n> Please try this.',
    );
    await reader.hear(() => newest().id === '<real-2@mail.test>');
    expect(newest()).toMatchObject({ belongsWith: [ours], content: { text: 'Thank you!' } });
  });

  it('the same act sent twice leaves one copy in Sent', async () => {
    const act = replyTo(newest(), words('Twice'));
    await email.send(act, credentials, account);
    await email.send({ ...act, attempt: 2 }, credentials, account);
    expect(
      (await reader.pull('Sent')).filter((event) => event.kind === 'message' && event.content.text === 'Twice'),
    ).toHaveLength(1);
  });

  it('says in the words of the server why a mail is refused', async () => {
    const asked = newest();
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
      ...replyTo(reader.messages.find(({ id }) => id === '<real-1@mail.test>') as MessageEvent, {
        text: 'We got your mail.',
        subject: 'Auto: we got it',
        attachments: [],
      }),
      isByHuman: false,
    };
    expect(await email.send(act, credentials, account)).toMatchObject({ kind: 'accepted' });
    const got = await inDorasMailbox('Auto: we got it');
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
