import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { parse } from './parse.ts';

const account = 'UCkettle0001' as ExternalAccountId;
const receivedAt = new Date('2026-11-20T12:00:00Z');
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
const read = (name: string, headers = {}) =>
  parse({ source: 'comments', headers, body: fixture(name) }, { account, settings: null, receivedAt });

describe('a comment', () => {
  it('has its author, place, words and time', () => {
    expect(read('comment')).toEqual([
      {
        kind: 'message',
        account,
        id: 'UgxKettle0001AaABAg',
        thread: {
          id: 'vid00000001',
          kind: 'post',
          reach: 'owned_public',
          permalink: 'https://www.youtube.com/watch?v=vid00000001',
          remote: { videoId: 'vid00000001' },
        },
        author: {
          kind: 'contact',
          person: { id: 'UCdora00001', scope: '', handle: 'doralind', avatarUrl: 'https://yt3.ggpht.com/a' },
        },
        content: { text: 'Mine leaks', attachments: [] },
        sentAt: new Date('2026-11-20T09:15:02Z'),
        permalink: 'https://www.youtube.com/watch?v=vid00000001&lc=UgxKettle0001AaABAg',
        remote: { top: 'UgxKettle0001AaABAg', videoId: 'vid00000001' },
      },
    ]);
  });

  it.each<[string, object]>([
    [
      'reply',
      { parent: 'UgxKettle0001AaABAg', content: { text: 'Same here' }, author: { person: { handle: 'tomk' } } },
    ],
    ['own-reply', { author: { kind: 'business' }, parent: 'UgxKettle0001AaABAg' }],
    ['comment-without-author', { author: { kind: 'unknown' } }],
    ['comment-on-community-post', { thread: { id: 'post:UgkxPost01' } }],
  ])('%s', (name, expected) => {
    expect(read(name)[0]).toMatchObject(expected);
  });

  it.each([
    ['comment-held', true],
    ['comment-likely-spam', true],
    ['comment-published', false],
    ['comment-rejected', true],
  ])('%s says whether everybody sees it', (name, isHidden) => {
    expect(read(name).at(-1)).toMatchObject({ kind: 'visibility', isHidden, at: receivedAt });
  });

  it('below the video of another channel is not on our own ground', () => {
    const other = parse(
      { source: 'comments', headers: {}, body: fixture('comment') },
      { account: 'UCother' as ExternalAccountId, settings: null, receivedAt },
    );
    expect(other[0]).toMatchObject({ thread: { reach: 'earned' } });
  });

  it('of before our time is history', () => {
    expect(read('comment', { [HISTORY_HEADER]: 'true' })[0]).toMatchObject({ isHistory: true });
    expect(read('comment')[0]).not.toHaveProperty('isHistory');
  });

  it('was edited when YouTube says so', () => {
    expect(read('comment-edited')).toMatchObject([
      { kind: 'edit', content: { text: 'Mine leaks at the lid' }, at: new Date('2026-11-20T09:40:00Z') },
    ]);
  });
});

it('a video is a post with counts', () => {
  expect(read('video')).toMatchObject([
    {
      kind: 'post',
      thread: { id: 'vid00000001', title: 'The Kettle 3', reach: 'owned_public' },
      author: { kind: 'business' },
      content: { text: 'The Kettle 3\n\nWhat is new' },
      counts: { reactions: 230, comments: 14 },
    },
  ]);
});

it('nothing is read for no account', () => {
  const entry = { source: 'comments', headers: {}, body: fixture('comment') };
  expect(parse(entry, { account: null, settings: null, receivedAt })).toMatchObject([{ kind: 'ignored' }]);
});
