import { describe, expect, it } from 'vitest';
import type { DeliveryEvent } from '../../core/channel/event.ts';
import { context, entryOf, fixture, messageIn, parseFixture, parseText } from './mails.fixture.ts';
import { parseMail } from './parse.ts';

const OUTGOING = '0198c9d2-7a31-7cc2-9f10-2b6f0e5a1c11';
const OURS = `<earshot.${OUTGOING}@kettle.example>`;
const FIRST = '<CAK1+first@mail.test>';
describe('what a person wrote, without what their mail program repeats', () => {
  it.each([
    ['gmail-reply-en', 'Here it is. It still leaks.'],
    ['gmail-reply-de', 'Danke, das Bild kommt später.'],
    ['gmail-reply-el', 'Σας ευχαριστώ, αλλά στάζει ακόμα.'],
    ['gmail-reply-ko', '네, 사진 보내 드릴게요.'],
    ['gmail-reply-hu', 'Köszönöm, de még mindig csöpög.'],
    ['outlook-reply-en', 'Hello,\n\nNo, I have no camera at hand.\n\nKind regards\nDora Kiss\nPurchasing'],
    [
      'outlook-reply-de',
      'Guten Tag,\n\nder Kocher läuft immer noch aus. Kosten: 49 €.\n\nMit freundlichen Grüßen\nJürgen Müller',
    ],
    ['outlook-html-only-es', 'Sigue goteando, ¿qué hago?'],
    [
      'apple-reply-en',
      'Yes, it leaks from the spout. I wrote this on my phone so that the line is long enough to be flowed.\n\nIda',
    ],
    ['apple-reply-fr', 'Elle fuit toujours, même à froid.\n\nEnvoyé de mon iPhone'],
    ['thunderbird-bottom-post', 'Kuva tulee huomenna, kiitos.'],
    [
      'interleaved-reply',
      'On 20.11.2026. 09:12, Kettle Co wrote:\n> Koji je broj narudžbe?\n\n10442.\n\n> Kada ste ga kupili?\n\nU listopadu.',
    ],
    ['charset-iso-2022-jp', 'お問い合わせの件ですが、やかんがまだ届きません。'],
    ['charset-mislabelled-1252', 'It cost 49 € – “too much”, she said.'],
    ['charset-none-utf8', 'Die Größe passt nicht, ο βραστήρας στάζει.'],
    ['charset-koi8-r', 'Чайник течёт.'],
    ['broken-mime', 'It does not boil é=ZZ any more.'],
    ['html-only', 'Hello\n\nI love your red kettle.'],
  ])('%s', async (name, text) => {
    const { content, author } = messageIn(await parseFixture(name));
    expect(content.text).toBe(text);
    expect(author.kind).toBe('contact');
  });

  it('keeps a forwarded mail whole: it is the matter', async () => {
    expect(messageIn(await parseFixture('outlook-forward-en')).content.text).toContain(
      'The third kettle in a row is broken.',
    );
  });

  it('reads the beginning of a page that is too long to be kept', async () => {
    const page = `<p>It leaks.</p>${'<p>And leaks.</p>'.repeat(250_000)}`;
    const { content } = messageIn(
      await parseText(`From: dora@mail.test\nMessage-ID: <long@mail.test>\nContent-Type: text/html\n\n${page}`),
    );
    expect(content.text).toMatch(/^It leaks\.\s+And leaks\./);
    expect(content.html).toBeUndefined();
  });

  it('keeps the HTML as it came, pictures named by their Content-ID', async () => {
    const { content } = messageIn(await parseFixture('inline-image'));
    expect(content.html).toContain('src="cid:ii_leak1"');
    expect(content.attachments).toMatchObject([
      { kind: 'image', name: 'leak.png', mimeType: 'image/png', sizeBytes: 70, contentId: 'ii_leak1' },
    ]);
  });
});

describe('where a mail belongs', () => {
  it.each([
    ['plain', { id: FIRST, thread: FIRST, belongsWith: undefined }],
    ['gmail-reply-en', { id: '<CAK1+gm-en@mail.test>', thread: FIRST, belongsWith: [OURS, FIRST] }],
    ['plus-address-lost-thread', { id: '<plus1@mail.test>', thread: OURS, belongsWith: [OURS] }],
    ['vacation-sieve', { id: '<dovecot-sieve-1763631000-0@mx.mail.test>', thread: FIRST, belongsWith: [OURS, FIRST] }],
    ['bounce-postfix', { id: '<20261120.4B1@mx.example>', thread: FIRST, belongsWith: [OURS, FIRST] }],
    ['sent-by-us', { id: OURS, thread: FIRST, belongsWith: [FIRST] }],
  ])('%s', async (name, { id, thread, belongsWith }) => {
    const message = messageIn(await parseFixture(name));
    expect(message).toMatchObject({ id, thread: { id: thread, kind: 'mail', reach: 'owned_private' } });
    expect(message.belongsWith).toEqual(belongsWith);
  });

  it('takes the token of a subject when every header was lost', async () => {
    const events = await parseText(
      `From: dora@mail.test\nSubject: again [#${OUTGOING}]\nMessage-ID: <x@mail.test>\n\nhello`,
    );
    expect(messageIn(events).belongsWith).toEqual([OURS]);
  });

  it('gives a mail without Message-ID the same id whenever it is read, and another to another mail', async () => {
    const once = messageIn(await parseFixture('no-message-id', { uid: '7', uidvalidity: '1' }));
    const again = messageIn(await parseFixture('no-message-id', { uid: '1', uidvalidity: '2' }));
    const other = messageIn(
      await parseText('From: scanner@corp.test\nSubject: Scan\nDate: Fri, 20 Nov 2026 11:00:00 +0100\n\nx'),
    );
    expect(again.id).toBe(once.id);
    expect(other.id).not.toBe(once.id);
  });

  it('uses the time of the mail server, whatever the mail claims', async () => {
    const events = await parseText('From: a@mail.test\nSubject: s\nDate: Mon, 1 Jan 2035 00:00:00 +0000\n\nx');
    expect(messageIn(events).sentAt).toEqual(new Date('2026-11-20T09:30:00.999Z'));
  });

  it('is never later than we had it, and never before the second that the server counted', async () => {
    const at = async (receivedAt: string) =>
      messageIn(
        await parseMail(entryOf(fixture('plain')), { ...context, receivedAt: new Date(receivedAt) }),
      ).sentAt.toISOString();
    expect(await at('2026-11-20T09:30:00.400Z')).toBe('2026-11-20T09:30:00.400Z');
    expect(await at('2026-11-20T09:29:59.000Z')).toBe('2026-11-20T09:30:00.000Z');
  });
});

describe('who wrote it', () => {
  it('reads the customer out of Reply-To when a form on our own site sent the mail', async () => {
    const { author, thread } = messageIn(await parseFixture('contact-form'));
    expect(author).toMatchObject({ kind: 'contact', person: { id: 'ben@post.test', scope: '', name: 'Ben Tamm' } });
    expect(thread.counterpart?.id).toBe('ben@post.test');
  });

  it('answers to Reply-To where a person asks for it, and keeps the person', async () => {
    const events = await parseText('From: Dora <dora@mail.test>\nReply-To: dora.private@post.test\nSubject: s\n\nx');
    expect(messageIn(events)).toMatchObject({
      author: { person: { id: 'dora@mail.test' } },
      remote: { replyTo: 'dora.private@post.test' },
    });
  });

  it.each([
    ['sent-from-outlook', undefined],
    ['sent-by-us', OUTGOING],
  ])('%s was written by us, to the customer', async (name, mark) => {
    const message = messageIn(await parseFixture(name));
    expect(message).toMatchObject({ author: { kind: 'business' }, thread: { counterpart: { id: 'dora@mail.test' } } });
    expect(message.mark).toBe(mark);
  });

  it('keeps the people in copy', async () => {
    expect(messageIn(await parseFixture('group-cc')).remote).toMatchObject({
      cc: [
        { address: 'rene@corp.test', name: 'René' },
        { address: 'boss@corp.test' },
        { address: 'team@corp.test', name: 'Team' },
      ],
    });
  });
});

describe('mail that a machine wrote', () => {
  it.each([
    ['plain', undefined],
    ['own-group', undefined],
    ['contact-form', undefined],
    ['vacation-sieve', 'auto_reply'],
    ['auto-reply-exchange', 'auto_reply'],
    ['list-newsletter', 'list'],
    ['bounce-postfix', 'bounce'],
    ['bounce-delayed', 'bounce'],
    ['bounce-plain-exim', 'bounce'],
    ['receipt-read', 'receipt'],
  ])('%s: %s', async (name, automatic) => {
    expect(messageIn(await parseFixture(name)).automatic).toBe(automatic);
  });

  it.each([
    ['Auto-Submitted: no', undefined],
    ['Auto-Submitted: auto-generated', 'bot'],
    ['Auto-Submitted: auto-replied; owner-email="x@y.test"', 'auto_reply'],
    ['X-Autoreply: yes', 'auto_reply'],
    ['Precedence: auto_reply', 'auto_reply'],
    ['Precedence: junk', 'list'],
    ['X-Auto-Response-Suppress: DR, OOF, AutoReply', 'bot'],
    ['Return-Path: <>', 'bot'],
    ['X-Earshot-Inbox: care@kettle.example', 'bot'],
    ['X-Earshot-Inbox: help@other.example', undefined],
  ])('%s: %s', async (header, automatic) => {
    const events = await parseText(`${header}\nFrom: dora@mail.test\nSubject: s\n\nx`);
    expect(messageIn(events).automatic).toBe(automatic);
  });

  it('the words of a report that are cut hold whole characters', async () => {
    const said = `Diagnostic-Code: smtp; 550 ${'x'.repeat(479)}😡 gone`;
    const parts = `--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; dora@mail.test\nAction: failed\n${said}\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${OURS}\n--b--\n`;
    const events = await parseText(
      `From: MAILER-DAEMON@mx.test\nSubject: Returned\nContent-Type: multipart/report; boundary=b\n\n${parts}`,
    );
    const told = events.find((event) => event.kind === 'delivery') as DeliveryEvent;
    expect(told.detail).toContain('550 xxx');
    expect(told.detail?.isWellFormed()).toBe(true);
  });

  it('an invitation that a calendar program sends is a person asking', async () => {
    const invitation =
      'Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n';
    const events = await parseText(`Auto-Submitted: auto-generated\nFrom: dora@mail.test\nSubject: s\n${invitation}`);
    expect(messageIn(events).automatic).toBeUndefined();
  });

  it.each([
    ['bounce-postfix', 'failed', "ghost@mail.test: 550 5.1.1 <ghost@mail.test> User doesn't exist"],
    [
      'bounce-exchange',
      'failed',
      'full@corp.test: 554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException',
    ],
    ['bounce-plain-exim', 'failed', '550 Unrouteable address'],
    ['receipt-read', 'read', 'automatic-action/MDN-sent-automatically; displayed'],
  ])('%s says of our mail: %s', async (name, status, detail) => {
    const events = await parseFixture(name);
    expect(events.find((event): event is DeliveryEvent => event.kind === 'delivery')).toMatchObject({
      ids: [OURS],
      status,
      detail,
    });
  });

  it('a bounce is about the person it could not reach, and is the words of a mail system', async () => {
    expect(messageIn(await parseFixture('bounce-postfix'))).toMatchObject({
      author: { kind: 'contact', person: { id: 'mailer-daemon@mx.example' } },
      thread: { counterpart: { id: 'ghost@mail.test' } },
    });
  });

  it('a mail that is only delayed has not failed', async () => {
    expect((await parseFixture('bounce-delayed')).map(({ kind }) => kind)).toEqual(['message']);
  });
});
