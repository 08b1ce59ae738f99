import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { parse } from './parse.ts';

const account = 'https://kettle.example/@care' as ExternalAccountId;
const context = { account, settings: null, receivedAt: new Date('2026-11-20T12:00:00Z') };
const bytesOf = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url));
const read = (body: Uint8Array, headers: Record<string, string> = {}) =>
  parse({ source: 'notifications', headers, body }, context);

const DORA = {
  id: 'https://other.example/@dora',
  scope: '',
  name: 'Dora 🫖',
  handle: 'dora@other.example',
  avatarUrl: 'https://files.example/a.png',
  followers: 12,
};
const contact = { kind: 'contact', person: DORA };

it.each<[string, object]>([
  [
    'mention',
    {
      kind: 'message',
      account,
      author: contact,
      thread: { kind: 'post', reach: 'earned' },
      content: {
        text: '@care it leaks',
        attachments: [{ kind: 'image', source: { kind: 'url', url: 'https://files.example/w.jpg' }, alt: 'wet table' }],
      },
      sentAt: new Date('2026-11-20T09:15:01Z'),
      remote: { visibility: 'public', names: ['dora@other.example'] },
    },
  ],
  ['answer_to_our_post', { thread: { reach: 'owned_public' }, author: contact }],
  [
    'answer_in_a_long_thread',
    {
      thread: { id: '115000000000000040', reach: 'earned' },
      parent: '115000000000000050',
      belongsWith: ['115000000000000050'],
      remote: { names: ['dora@other.example', 'tom@third.example'] },
    },
  ],
  ['answer_whose_root_is_not_known', { thread: { id: '115000000000000050', reach: 'owned_public' } }],
  [
    'private_mention',
    {
      thread: { id: 'direct:https://other.example/@dora', kind: 'direct', reach: 'owned_private', counterpart: DORA },
      remote: { visibility: 'direct' },
    },
  ],
  [
    'mention_with_warning',
    { content: { text: 'water damage\n\n@care it leaks' }, remote: { warning: 'water damage' } },
  ],
  ['mention_by_bot', { automatic: 'bot' }],
  [
    'mention_with_link_and_poll',
    {
      content: {
        text: '@care see https://blog.example/2026/11/the-kettle-that-leaks-all-over\nand this & that\n\nBye <3',
        attachments: [
          { kind: 'link', href: 'https://a.example/x', title: 'this' },
          { kind: 'link', href: 'https://blog.example/card', title: 'A card' },
          { kind: 'unsupported', title: 'A poll: Blue / Red' },
        ],
      },
    },
  ],
  [
    'mention_with_film_and_sound',
    {
      content: {
        attachments: [
          { kind: 'gif' },
          { kind: 'audio' },
          { kind: 'file', source: { kind: 'url', url: 'https://other.example/a.bin' } },
        ],
      },
    },
  ],
  ['quote', { kind: 'message', content: { attachments: [{ kind: 'link', title: '@care: The Kettle 3 is here' }] } }],
  ['favourite', { kind: 'reaction', by: contact, reaction: '⭐', isRemoved: false }],
  ['boost', { kind: 'reaction', by: contact, reaction: 'repost' }],
  ['edit_of_boosted', { kind: 'edit', content: { text: 'it leaked' }, at: new Date('2026-11-20T09:40:00Z') }],
  [
    'own_post',
    { kind: 'post', author: { kind: 'business' }, thread: { reach: 'owned_public' }, counts: { comments: 0 } },
  ],
  [
    'own_answer',
    { kind: 'message', author: { kind: 'business' }, thread: { id: '115000000000000077', reach: 'earned' } },
  ],
  [
    'own_private_answer',
    {
      author: { kind: 'business' },
      thread: { id: 'direct:https://other.example/@dora', counterpart: { id: 'https://other.example/@dora' } },
    },
  ],
  ['hashtag', { kind: 'message', content: { text: 'My #kettleco sings' }, thread: { reach: 'earned' } }],
  ['gone', { kind: 'deletion', id: '115000000000000077' }],
])('%s', (name, expected) => {
  expect(read(bytesOf(name))[0]).toMatchObject(expected);
});

describe('what is odd', () => {
  it('marks the past', () => {
    expect(read(bytesOf('mention'), { [HISTORY_HEADER]: 'true' })[0]).toMatchObject({ isHistory: true });
    expect(read(bytesOf('mention'))[0]).not.toHaveProperty('isHistory');
  });

  it('shows a post of ours anew when it was changed', () => {
    const { status: edited } = JSON.parse(bytesOf('own_post').toString()) as { status: object };
    const body = new TextEncoder().encode(JSON.stringify({ edited }));
    expect(read(body)[0]).toMatchObject({ kind: 'post', author: { kind: 'business' } });
  });

  it('says why it is ignored where no account is named', () => {
    expect(parse({ source: 'x', headers: {}, body: bytesOf('mention') }, { ...context, account: null })).toMatchObject([
      { kind: 'ignored' },
    ]);
  });

  it('keeps nothing that no database holds', () => {
    const account = { id: '7', acct: 'sam', display_name: 'S\u0000\ud83d', url: 'https://x.example/\u0000' };
    const media_attachments = [{ type: 'image', url: 'https://x.example/\u0000' }];
    const status = {
      id: '9',
      created_at: '2026-11-20T09:15:01Z',
      visibility: 'public',
      content: 'Hi\u0000&#0;',
      account,
    };
    const body = new TextEncoder().encode(JSON.stringify({ status: { ...status, media_attachments } }));
    expect(read(body)[0]).toMatchObject({
      kind: 'message',
      content: { text: 'Hi', attachments: [{ source: { kind: 'none' } }] },
    });
    expect(JSON.stringify(read(body))).not.toMatch(/\\u0000|\\ud83d/);
  });

  it('reads what smaller servers leave out', () => {
    const account = { id: 7, acct: 'sam' };
    const status = {
      id: 9,
      created_at: '2026-11-20T09:15:01Z',
      visibility: 'local',
      content: 'Hi',
      account,
      mentions: [null, 'x'],
    };
    const body = new TextEncoder().encode(JSON.stringify({ status }));
    expect(read(body)[0]).toMatchObject({
      kind: 'message',
      id: '9',
      author: { person: { id: 'acct:sam', handle: 'sam' } },
    });
  });
});
