import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { isSigned } from './signature.ts';

const ACCOUNT = 'U0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const DORA = 'U4af4980629aa11bb22cc33dd44ee55ff';
const GROUP = 'C9a8b7c6d5e4f30211203f4e5d6c7b8a9';
const receivedAt = new Date('2026-11-20T12:00:00Z');
const bodyOf = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (body: Uint8Array) =>
  parse({ source: 'webhook', headers: {}, body }, { account: null, settings: null, receivedAt });
const only = (name: string) => read(bodyOf(name))[0];

describe('an event of LINE', () => {
  it.each([
    ['text', { text: 'It leaks (sad)', attachments: [] }],
    ['text_quoting', { text: 'This one', quotes: '586000000000000001' }],
    ['image', { text: '', attachments: [{ kind: 'image', source: { kind: 'ask', id: '586000000000000006' } }] }],
    [
      'image_external',
      { attachments: [{ kind: 'image', source: { kind: 'url', url: 'https://cdn.example.test/o.jpg' } }] },
    ],
    ['video', { attachments: [{ kind: 'video', source: { kind: 'ask' } }] }],
    ['audio', { attachments: [{ kind: 'audio', source: { kind: 'ask' } }] }],
    ['file', { attachments: [{ kind: 'file', name: 'receipt.pdf', sizeBytes: 48_211, source: { kind: 'ask' } }] }],
    ['location', { attachments: [{ kind: 'location', title: 'Our shop, Storgatan 1, Malmö' }] }],
    ['sticker', { attachments: [{ kind: 'sticker', title: 'sad, cry', alt: 'sad, cry' }] }],
    ['postback', { text: '', payload: 'csat=5&c=91', attachments: [{ title: 'Tapped a button' }] }],
    ['postback_date', { text: '2026-12-01T10:00', payload: 'visit' }],
    ['new_kind_of_message', { attachments: [{ kind: 'unsupported', title: 'A "hologram" of LINE' }] }],
  ])('"%s" is what was said, one to one', (name, content) => {
    expect(only(name)).toMatchObject({
      kind: 'message',
      account: ACCOUNT,
      thread: { id: DORA, reach: 'owned_private', counterpart: { id: DORA, scope: ACCOUNT } },
      author: { kind: 'contact', person: { id: DORA, scope: ACCOUNT } },
      content,
    });
  });

  it('keeps what an answer needs, and the time at which it was said', () => {
    expect(only('text')).toMatchObject({
      id: '586000000000000001',
      sentAt: new Date(1_795_166_103_123),
      remote: { quoteToken: 'q3Plxr4AgKd' },
    });
    expect(only('standby')).toMatchObject({ remote: { isStandby: true } });
  });

  it('is the same message when it is delivered again', () => {
    expect(only('text_redelivered')).toEqual(only('text'));
    expect(only('postback')).toMatchObject({ id: expect.stringMatching(/^postback:01KAF8Z7Q3/) });
  });

  it.each([
    ['text_mention_in_group', GROUP, { kind: 'contact', person: { id: DORA } }],
    ['text_in_room', 'R11223344556677889900112233445566', { kind: 'contact', person: { id: DORA } }],
    ['text_in_group_without_person', GROUP, { kind: 'unknown' }],
  ])('"%s" hangs where several talk, by whoever said it', (name, id, author) => {
    const event = only(name);
    expect(event).toMatchObject({ kind: 'message', thread: { id, remote: { isOfMany: true } }, author });
    expect(event?.kind === 'message' && event.thread.counterpart).toBeUndefined();
  });

  it('takes back what was unsent', () => {
    expect(only('unsend')).toMatchObject({ kind: 'deletion', account: ACCOUNT, id: '586000000000000001' });
  });

  it('changes what was edited', () => {
    expect(only('message_edited')).toMatchObject({
      kind: 'edit',
      id: '586000000000000001',
      content: { text: 'It leaks at the lid' },
      at: new Date(1_795_166_199_123),
    });
  });

  it('numbers pictures that were sent together', () => {
    expect(read(bodyOf('two_images'))).toMatchObject([
      { id: '586000000000000007', content: { attachments: [{ title: '1 of 2' }] } },
      { id: '586000000000000008', content: { attachments: [{ title: '2 of 2' }] } },
    ]);
  });

  it.each([
    ['follow', DORA, 'other', 'Added the account'],
    ['follow_again', DORA, 'other', 'Unblocked'],
    ['unfollow', DORA, 'other', 'Blocked'],
    ['join', GROUP, 'other', 'asked into'],
    ['leave', GROUP, 'other', 'removed'],
    ['member_joined', GROUP, 'other', 'Somebody joined'],
    ['member_left', GROUP, 'other', 'Somebody left'],
    ['account_link', DORA, 'other', 'done'],
    ['membership', DORA, 'other', 'joined'],
    ['activated', DORA, 'thread_given', 'given to the desk'],
    ['deactivated', DORA, 'thread_taken', 'Another app'],
    ['bot_suspended', undefined, 'policy', 'suspended'],
    ['bot_resumed', undefined, 'policy', 'lifted'],
  ])('"%s" is a notice in words', (name, thread, notice, detail) => {
    const event = only(name);
    expect(event).toMatchObject({ kind: 'notice', notice, detail: expect.stringContaining(detail) });
    expect(event?.kind === 'notice' && event.thread).toBe(thread);
  });

  it('is not lost with a bad one beside it', () => {
    expect(read(bodyOf('several'))).toMatchObject([
      { content: { text: 'One' } },
      { kind: 'ignored', why: expect.stringContaining('id') },
      { content: { text: 'Two' } },
    ]);
  });

  it.each(['"big"', '0.5', '-1', '1e300'])('files the message of a file of %s bytes without its size', (size) => {
    const odd = `{"destination":"${ACCOUNT}","events":[{"type":"message","source":{"type":"user","userId":"${DORA}"},"message":{"id":"7","type":"file","fileName":"a.pdf","fileSize":${size}}}]}`;
    const [event] = read(bytes(odd));
    expect(event).toMatchObject({ kind: 'message', content: { attachments: [{ name: 'a.pdf' }] } });
    expect(event?.kind === 'message' && event.content.attachments[0]?.sizeBytes).toBeUndefined();
  });

  it('reads odd values around what was said as absent, and never rounds an id', () => {
    const odd = `{"destination":"${ACCOUNT}","events":[{"type":"message","timestamp":"soon","source":{"type":"user","userId":"${DORA}"},"message":{"id":586000000000000019,"type":"file","fileName":7,"fileSize":"big","quoteToken":{}}}]}`;
    expect(read(bytes(odd))).toMatchObject([
      { id: '586000000000000019', sentAt: receivedAt, content: { attachments: [{ kind: 'file' }] } },
    ]);
  });
});

describe('the signature', () => {
  const body = bytes('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}');
  const channel = { channelSecret: '8c570fa6dd201bb328f1c1eac23a96d8' };
  // LINE's own example of a signature: its documentation, "Verify webhook signature".
  const signature = 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=';

  it.each([
    ['x-line-signature', signature, true],
    ['X-Line-Signature', signature, true],
    ['x-line-signature', signature.toLowerCase(), false],
    ['x-line-signature', '', false],
    ['x-hub-signature', signature, false],
  ])('%s: %s', (header, given, isGood) => {
    expect(isSigned({ headers: { [header]: given }, query: {}, body }, channel)).toBe(isGood);
  });

  it('does not fit another body or another channel', () => {
    const headers = { 'x-line-signature': signature };
    expect(isSigned({ headers, query: {}, body: bytes('{}') }, channel)).toBe(false);
    expect(isSigned({ headers, query: {}, body }, { channelSecret: 'another' })).toBe(false);
  });
});
