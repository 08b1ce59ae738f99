import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ParseContext } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { settingsOf } from './credentials.ts';
import { parse } from './parse.ts';
import { isSigned } from './signature.ts';
import { welcomeFor } from './welcome.ts';

const IDA = 'q7Lm2ZtYb0WcPa1uXe9RkA==';
const account = 'pa:5501122334455667' as ExternalAccountId;
const receivedAt = new Date('2026-11-18T12:00:00Z');
const context = { account, settings: null, receivedAt };
const bodyOf = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (body: Uint8Array) => parse({ source: 'webhook', headers: {}, body }, context);
const only = (name: string) => read(bodyOf(name))[0];

describe('a callback of Viber', () => {
  it.each([
    ['text', { text: 'Which sizes are left?', attachments: [] }],
    ['picture', { text: 'torn here', attachments: [{ kind: 'image', name: 'p.jpg', source: { kind: 'url' } }] }],
    ['video', { text: '', attachments: [{ kind: 'video', sizeBytes: 912_300 }] }],
    ['file', { text: '', attachments: [{ kind: 'file', name: 'receipt.pdf', sizeBytes: 48_211 }] }],
    ['sticker', { text: '', attachments: [{ kind: 'sticker', title: 'Sticker 40101', source: { kind: 'url' } }] }],
    ['location', { text: '', attachments: [{ kind: 'location', title: '55.605, 13.0038' }] }],
    ['contact', { text: '', attachments: [{ kind: 'contact_card', title: 'Oskar Lund · +46709998877' }] }],
    ['url', { attachments: [{ kind: 'link', href: 'https://lindqvist.example.com/fjell' }] }],
    ['keyboard_button_pressed', { text: 'CHOICE_REFUND' }],
    ['rich_media', { attachments: [{ kind: 'unsupported', title: 'Fjell jacket 1 990 kr' }] }],
    ['new_kind_of_message', { attachments: [{ kind: 'unsupported', title: 'A "hologram" of Viber' }] }],
  ])('"%s" is what was said', (name, content) => {
    expect(only(name)).toMatchObject({
      kind: 'message',
      account,
      thread: { id: IDA, kind: 'direct', reach: 'owned_private', counterpart: { id: IDA, scope: account } },
      author: { kind: 'contact', person: { id: IDA, name: 'Ida Norberg' } },
      content,
    });
  });

  it.each([
    ['text', '5741311803571721002'],
    ['token_as_text', '5741311803571721015'],
  ])('keeps all nineteen digits of "%s"', (name, id) => {
    expect(only(name)).toMatchObject({ id });
  });

  it('names a message at its own time, and a person as they are', () => {
    expect(only('text')).toMatchObject({ sentAt: new Date(1_795_006_010_000) });
    expect(only('without_profile')).toMatchObject({ author: { kind: 'contact', person: { id: IDA, scope: account } } });
  });

  it('marks what became of our messages', () => {
    const ids = ['5741311803571721087'];
    expect(only('delivered')).toMatchObject({ kind: 'delivery', status: 'delivered', thread: IDA, ids });
    expect(only('delivered')).not.toHaveProperty('upTo');
    expect(only('seen')).toMatchObject({ status: 'read', thread: IDA, ids, upTo: new Date(1_795_006_140_000) });
    expect(only('failed')).toMatchObject({
      status: 'failed',
      ids: ['5741311803571721088'],
      detail: 'Viber could not deliver it: keyboard is not valid.',
    });
  });

  it.each([
    ['conversation_started', 'referral', 'Opened the chat through a link ("qr-shop-door").'],
    ['subscribed', 'other', 'Subscribed'],
    ['unsubscribed', 'other', 'Unsubscribed'],
  ])('"%s" is a notice in words, the same when it comes twice', (name, notice, detail) => {
    expect(only(name)).toMatchObject({ kind: 'notice', thread: IDA, notice, detail: expect.stringContaining(detail) });
    expect(only(name)).toEqual(only(name));
  });

  it('says that the welcome was said, where there is one', () => {
    const entry = { source: 'webhook', headers: {}, body: bodyOf('conversation_started') };
    const opened = (settings: ParseContext['settings']) => parse(entry, { ...context, settings });
    const detail = expect.stringContaining('The welcome was said.');
    expect(opened({ senderName: 'Lindqvist Outdoor', welcome: 'Hi!' })).toMatchObject([{ detail }]);
    expect(opened({ senderName: 'Lindqvist Outdoor', welcome: '' })).not.toMatchObject([{ detail }]);
  });

  it('files nothing without an inbox', () => {
    const entry = { source: 'webhook', headers: {}, body: bodyOf('text') };
    expect(parse(entry, { ...context, account: null })).toMatchObject([{ kind: 'ignored' }]);
  });

  it('reads odd values around what was said as absent', () => {
    const odd = `{"event":"message","timestamp":"soon","message_token":5741311803571721018,"sender":{"id":"${IDA}","name":7,"avatar":"javascript:x"},"message":{"type":"file","text":"a\\u0000b","media":"ftp://x/y","file_size":"big"}}`;
    expect(read(bytes(odd))).toMatchObject([
      {
        id: '5741311803571721018',
        sentAt: receivedAt,
        author: { person: { id: IDA } },
        content: { text: 'ab', attachments: [{ kind: 'file', source: { kind: 'none' } }] },
      },
    ]);
  });
});

describe('the signature', () => {
  // The sheet's body and token, byte by byte.
  const body = bytes(
    `{"event":"delivered","timestamp":1795000000000,"message_token":5741311803571721087,"user_id":"${IDA}"}`,
  );
  const signature = '0e65cca0f510cbec598ecd5a80f52e2ce2f9f0fb4fb559f26bc21a1a057d3436';
  const bot = { authToken: '4f1e-viber-test-token' };

  it.each([
    ['in the header', { 'x-viber-content-signature': signature }, {}, true],
    ['in the header, written otherwise', { 'X-Viber-Content-Signature': signature }, {}, true],
    ['in the query', {}, { sig: signature }, true],
    ['nowhere', {}, {}, false],
    ['of another', { 'x-viber-content-signature': `1${signature.slice(1)}` }, {}, false],
  ])('%s', (_where, headers, query, isGood) => {
    expect(isSigned({ headers, query, body } as Parameters<typeof isSigned>[0], bot)).toBe(isGood);
  });

  it('does not fit another body or another bot', () => {
    const headers = { 'x-viber-content-signature': signature };
    expect(isSigned({ headers, query: {}, body: bytes(' ') }, bot)).toBe(false);
    expect(isSigned({ headers, query: {}, body }, { authToken: 'another' })).toBe(false);
    const own = createHmac('sha256', 'another').update(body).digest('hex');
    expect(isSigned({ headers: {}, query: { sig: own }, body }, { authToken: 'another' })).toBe(true);
  });
});

it.each(['"big"', '0.5', '-1', '1e300'])('files the message of a file of %s bytes without its size', (size) => {
  const odd = `{"event":"message","message_token":"7","sender":{"id":"${IDA}"},"message":{"type":"file","file_name":"a.pdf","file_size":${size}}}`;
  const [event] = read(bytes(odd));
  expect(event).toMatchObject({ kind: 'message', content: { attachments: [{ name: 'a.pdf' }] } });
  expect(event?.kind === 'message' && event.content.attachments[0]?.sizeBytes).toBeUndefined();
});

describe('the welcome', () => {
  const settings = settingsOf({ authToken: 't', senderName: 'Lindqvist Outdoor', welcome: 'Hi! Write to us here.' });
  const asked = (name: string) => ({ headers: {}, query: {}, body: bodyOf(name) });

  it('is said to whoever opens the chat, as a message without a receiver', () => {
    expect(welcomeFor(asked('conversation_started'), settings)).toEqual({
      sender: { name: 'Lindqvist Outdoor' },
      type: 'text',
      text: 'Hi! Write to us here.',
      tracking_data: 'welcome',
      min_api_version: 1,
    });
  });

  it.each([
    ['another callback', asked('text'), settings],
    ['no words to say', asked('conversation_started'), { ...settings, welcome: ' ' }],
    ['no settings', asked('conversation_started'), null],
    ['rubbish', { headers: {}, query: {}, body: bytes('{') }, settings],
    [
      'somebody who is subscribed',
      { headers: {}, query: {}, body: bytes('{"event":"conversation_started","subscribed":true}') },
      settings,
    ],
  ])('is not said to %s', (_who, request, given) => {
    expect(welcomeFor(request, given)).toBeNull();
  });
});
