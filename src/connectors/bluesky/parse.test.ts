import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { parse } from './parse.ts';

const KETTLE = 'did:plc:ikyjnkvgvvdnl3uu7cs4p3q6';
const DORA = 'did:plc:ikvojkvtl3ffojxe7lsvdqz7';
const context = { account: KETTLE as ExternalAccountId, settings: {}, receivedAt: new Date('2026-11-22T09:00:00Z') };
const read = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
const only = (name: string, headers = {}) => {
  const events = parse({ source: 'notifications', headers, body: read(name) }, context);
  expect(events).toHaveLength(1);
  return events[0];
};

describe('public', () => {
  it("hears a mention in somebody else's place", () => {
    expect(only('mention')).toMatchObject({
      kind: 'message',
      account: KETTLE,
      author: { kind: 'contact', person: { id: DORA, scope: '', name: 'Dora', handle: 'dora.test' } },
      thread: { kind: 'post', reach: 'earned', title: '@kettleco.test my kettle leaks ☕' },
      content: { text: '@kettleco.test my kettle leaks ☕', attachments: [] },
      permalink: expect.stringContaining(`https://bsky.app/profile/${DORA}/post/`),
    });
  });

  it('hears an answer in our own thread, under our post', () => {
    const event = only('reply');
    const post = only('own-post');
    if (event?.kind !== 'message' || post?.kind !== 'post') throw new Error('not a message and a post');
    expect(event.thread).toMatchObject({ id: post.thread.id, reach: 'owned_public' });
    expect(event.parent).toBe(post.thread.id);
    expect(event.remote).toMatchObject({ root: { uri: post.thread.id }, cid: expect.stringMatching(/^bafy/) });
  });

  it('gives our own answer to the business, in the same thread', () => {
    const reply = only('reply');
    const own = only('own-reply');
    if (own?.kind !== 'message' || reply?.kind !== 'message') throw new Error('no messages');
    expect(own.author).toEqual({ kind: 'business' });
    expect(own.thread.id).toBe(reply.thread.id);
    expect(own.parent).toBe(reply.id);
  });

  it('shows what a quote is about', () => {
    expect(only('quote')).toMatchObject({
      content: {
        attachments: [{ kind: 'link', title: '@kettleco.test: Autumn is here, and so is the new Kettle 3 ☕' }],
      },
    });
  });

  it.each([
    ['mention-with-picture', { kind: 'image', alt: 'A crack beside the spout', source: { kind: 'url' } }],
    ['mention-with-video', { kind: 'video', alt: 'A whistling kettle' }],
    ['mention-with-gif', { kind: 'gif', source: { kind: 'url', url: expect.stringContaining('media.tenor.com') } }],
    ['keyword', { kind: 'link', href: 'https://kettle.example/tape-for-old-kettles', title: 'kettle.example/tape…' }],
  ])('%s', (name, attachment) => {
    expect(only(name)).toMatchObject({ content: { attachments: [attachment] } });
  });

  it('finds the picture although there was no view of the post', () => {
    expect(only('mention-without-view')).toMatchObject({
      content: {
        attachments: [
          { source: { url: expect.stringContaining(`https://cdn.bsky.app/img/feed_fullsize/plain/${DORA}/bafkrei`) } },
        ],
      },
    });
  });

  it.each([
    ['like', '❤️'],
    ['repost', 'repost'],
  ])('sees a %s of our post', (name, reaction) => {
    const post = only('own-post');
    if (post?.kind !== 'post') throw new Error('no post');
    expect(only(name)).toMatchObject({
      kind: 'reaction',
      target: post.thread.id,
      reaction,
      isRemoved: false,
      by: { person: { id: DORA } },
    });
  });

  it('knows an automated account by its own label', () => {
    expect(only('mention-by-bot')).toMatchObject({ automatic: 'bot' });
    expect(only('mention')).not.toHaveProperty('automatic');
  });

  it('has the same id for a post by whatever road it came', () => {
    const event = only('mention');
    const { post } = JSON.parse(read('mention').toString());
    const body = new TextEncoder().encode(JSON.stringify({ post, keyword: 'kettle' }));
    expect(parse({ source: 'search', headers: {}, body }, context)).toEqual([event]);
  });

  it('goes by when the network took it in, not by what the author claims', () => {
    const entry = JSON.parse(read('mention').toString());
    entry.post.record.createdAt = '1970-01-01T00:00:00.000Z';
    const [event] = parse(
      { source: 'notifications', headers: {}, body: new TextEncoder().encode(JSON.stringify(entry)) },
      context,
    );
    expect(event).toMatchObject({ sentAt: new Date(entry.post.indexedAt) });
  });

  it('marks what was fetched from the past', () => {
    expect(only('mention', { [HISTORY_HEADER]: 'true' })).toMatchObject({ isHistory: true });
    expect(only('mention')).not.toHaveProperty('isHistory');
  });
});

describe('direct messages', () => {
  it('are private, with the other side known', () => {
    expect(only('direct-message')).toMatchObject({
      kind: 'message',
      thread: { kind: 'direct', reach: 'owned_private', counterpart: { id: DORA, name: 'Dora' } },
      content: { text: 'Order 1044, where is it? 📦' },
    });
  });
  it('of a stranger are a request, to be accepted with the answer', () => {
    expect(only('direct-message-request')).toMatchObject({ thread: { remote: { isRequest: true } } });
  });
  it('of our own concern the other side', () => {
    expect(only('own-direct-message')).toMatchObject({
      author: { kind: 'business' },
      thread: { counterpart: { id: DORA } },
    });
  });
  it('can point at another message and at a post', () => {
    expect(only('direct-message-with-post')).toMatchObject({
      content: { quotes: '3n2v6kettlem1', attachments: [{ kind: 'link', href: expect.stringContaining(KETTLE) }] },
    });
  });
  it('are reacted to and deleted', () => {
    expect(only('direct-message-reaction')).toMatchObject({
      reaction: '🙏',
      isRemoved: false,
      by: { person: { id: DORA } },
    });
    expect(only('direct-message-reaction-removed')).toMatchObject({ reaction: '🙏', isRemoved: true });
    expect(only('direct-message-deleted')).toMatchObject({ kind: 'deletion', id: '3n2v6kettlem1' });
  });
});

it.each(['unknown', 'unknown-follow', 'unknown-log-line'])('ignores %s with a reason', (name) => {
  expect(only(name)).toMatchObject({ kind: 'ignored', why: expect.stringMatching(/\w+ \w+/) });
});

it('ignores everything when it does not know for whom it was read', () => {
  const entry = { source: 'notifications', headers: {}, body: read('mention') };
  expect(parse(entry, { ...context, account: null })).toMatchObject([{ kind: 'ignored' }]);
});
