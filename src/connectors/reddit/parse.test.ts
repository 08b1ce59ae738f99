import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../test/cpu-time.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { parse } from './parse.ts';

const account = 't2_1kettleco' as ExternalAccountId;
const receivedAt = new Date('2026-11-20T12:00:00Z');
const settings = { username: 'kettleco', subreddits: ['kettlehelp'] };
const body = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
const read = (name: string, headers = {}) =>
  parse({ source: 'reddit', headers, body: body(name) }, { account, settings, receivedAt });

it.each<[string, object, string]>([
  ['a time in words', { created_utc: '1795166102.0' }, 'message'],
  [
    'a type of picture that is none',
    { media_metadata: { a: { status: 'valid', m: '\u0000', s: { u: 'https://a.test' } } } },
    'message',
  ],
  ['no time', { created_utc: null }, 'ignored'],
  ['a name that is none', { name: 't1_../x\u0000' }, 'ignored'],
  ['half an emoji', { body: 'Look \ud83d' }, 'message'],
  ['odd counts', { score: 'many', num_comments: null, edited: 'yes' }, 'message'],
])('a mention with %s is read for what it is', (_, change, kind) => {
  const odd = JSON.parse(body('username-mention').toString());
  Object.assign(odd.thing.data, change);
  const entry = { source: 'reddit', headers: {}, body: Buffer.from(JSON.stringify(odd)) };
  const [event] = parse(entry, { account, settings, receivedAt });
  expect(event).toMatchObject({ kind });
  expect(JSON.stringify(event)).not.toMatch(/\\u0000|\\ud83d/);
});

it('a text of nothing but beginnings of pictures takes no long time to read', () => {
  const odd = JSON.parse(body('username-mention').toString());
  const picture = { status: 'valid', e: 'Image', m: 'image/png', s: { u: 'https://preview.redd.it/a.png' } };
  const media_metadata = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`k${at}`, picture]));
  Object.assign(odd.thing.data, { body: '![](k1'.repeat(7_000) + '!['.repeat(20_000), media_metadata });
  const entry = { source: 'reddit', headers: {}, body: Buffer.from(JSON.stringify(odd)) };
  const before = cpuTime();
  expect(parse(entry, { account, settings, receivedAt })).toMatchObject([{ kind: 'message' }]);
  expect(cpuTime() - before).toBeLessThan(1_000);
});

it('a mention has its author, place, words and time', () => {
  expect(read('username-mention')).toEqual([
    {
      kind: 'message',
      account,
      id: 't1_lk2dora',
      thread: {
        id: 't3_1kettle',
        kind: 'post',
        reach: 'earned',
        title: 'Leaking kettles',
        permalink: 'https://www.reddit.com/r/tea/comments/1kettle/',
        remote: { subreddit: 'tea' },
      },
      author: { kind: 'contact', person: { id: 't2_9dora', scope: '', handle: 'dora_tea' } },
      parent: 't3_1kettle',
      content: { text: 'u/kettleco my lid leaks', attachments: [] },
      sentAt: new Date(1_795_166_102_000),
      permalink: 'https://www.reddit.com/r/tea/comments/1kettle/leaking/lk2dora/?context=3',
      remote: { subreddit: 'tea' },
    },
  ]);
});

describe('what is read', () => {
  it.each<[string, object]>([
    ['post-reply', { thread: { id: 't3_1lids', reach: 'owned_public' }, parent: 't3_1lids' }],
    ['comment-reply', { parent: 't1_lk3care' }],
    ['inbox-comment-of-long-ago', { thread: { id: 't3_1kettle' }, author: { person: { id: 'u/dora_tea' } } }],
    [
      'subreddit-comment',
      { thread: { reach: 'owned_public', title: 'Lids' }, content: { text: 'Same here, since **May**' } },
    ],
    [
      'subreddit-post',
      { id: 't3_1lids', content: { text: 'Lids\n\nWhere do I get one?' }, thread: { reach: 'owned_public' } },
    ],
    ['keyword-post', { thread: { id: 't3_1kettle', reach: 'earned' } }],
    ['keyword-link', { content: { attachments: [{ kind: 'link', href: 'https://blog.example/kettles' }] } }],
    [
      'keyword-picture',
      { content: { attachments: [{ kind: 'image', source: { url: 'https://i.redd.it/abc.png' } }] } },
    ],
    [
      'comment-with-picture',
      { content: { text: 'Look', attachments: [{ kind: 'image', mimeType: 'image/png', source: { kind: 'url' } }] } },
    ],
    ['comment-by-automoderator', { automatic: 'bot' }],
    ['own-comment', { author: { kind: 'business' }, id: 't1_lk3care' }],
    ['own-post', { kind: 'post', author: { kind: 'business' }, counts: { reactions: 31, comments: 14 } }],
    ['comment-edited', { kind: 'edit', content: { text: 'Same here, since June' }, at: new Date(1_795_166_500_000) }],
    ['comment-deleted', { kind: 'deletion', id: 't1_lk4tom', at: receivedAt }],
    ['comment-removed', { kind: 'visibility', isHidden: true }],
    ['own-comment-removed', { kind: 'visibility', id: 't1_lk3care', isHidden: true }],
    ['comment-approved', { kind: 'visibility', isHidden: false }],
    [
      'message',
      {
        id: 't4_2msg',
        thread: { id: 't4_2msg', kind: 'direct', reach: 'owned_private', counterpart: { handle: 'dora_tea' } },
        content: { subject: 'A question' },
      },
    ],
  ])('%s', (name, expected) => {
    expect(read(name)[0]).toMatchObject(expected);
  });

  it('what a moderator holds back is heard, and said to be hidden', () => {
    expect(read('comment-held')).toMatchObject([{ kind: 'message' }, { kind: 'visibility', isHidden: true }]);
  });

  it('what was said before our time is history', () => {
    expect(read('subreddit-comment', { [HISTORY_HEADER]: 'true' })[0]).toMatchObject({ isHistory: true });
  });

  it('what is deleted already is not shown with empty words', () => {
    expect(read('deleted-before-read')).toMatchObject([{ kind: 'ignored', why: expect.stringMatching(/deleted/) }]);
  });
});
