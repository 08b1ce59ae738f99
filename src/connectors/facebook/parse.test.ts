import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import { parse } from './parse.ts';

const context: ParseContext = { account: null, settings: null, receivedAt: new Date('2026-11-18T12:00:00Z') };
const entry = (body: string | Uint8Array): RawEntry => ({
  source: 'webhook',
  headers: {},
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
});
const fixture = (name: string) =>
  parse(entry(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url))), context);
const feed = (value: object, field = 'feed') =>
  parse(
    entry(JSON.stringify({ object: 'page', entry: [{ id: PAGE, time: 1795000003, changes: [{ field, value }] }] })),
    context,
  )[0];

const PAGE = '104477880011223';
const POST = '104477880011223_771100220033441';
const COMMENT = '771100220033441_880055112233';
const idaNorberg = { kind: 'contact', person: { id: '7300112233445566', scope: PAGE, name: 'Ida Norberg' } };
const at = (seconds: number) => new Date(seconds * 1000);

describe('what happens on a Page', () => {
  it.each([
    {
      name: 'comment',
      expected: {
        kind: 'message',
        account: PAGE,
        id: COMMENT,
        thread: {
          id: POST,
          kind: 'post',
          reach: 'owned_public',
          permalink: 'https://www.facebook.com/104477880011223/posts/771100220033441',
        },
        author: idaNorberg,
        content: { text: 'The zip on my Fjell jacket split after a week. What now?', attachments: [] },
        sentAt: at(1795000000),
        permalink: 'https://www.facebook.com/104477880011223/posts/771100220033441?comment_id=880055112233',
      },
    },
    { name: 'comment_with_bare_id', expected: { id: COMMENT } },
    { name: 'reply_to_comment', expected: { parent: COMMENT, thread: { id: POST } } },
    {
      name: 'photo_comment_without_text',
      expected: {
        content: {
          text: '',
          attachments: [
            { kind: 'image', source: { kind: 'url', url: 'https://scontent.example-cdn.test/v/t39/zip.jpg?oe=6A00' } },
          ],
        },
      },
    },
    {
      name: 'comment_edited',
      expected: {
        id: COMMENT,
        content: { text: 'The zip on my Fjell jacket split after eight days.' },
        at: at(1795000400),
      },
    },
    { name: 'comment_hidden', expected: { id: COMMENT, isHidden: true } },
    { name: 'comment_unhidden', expected: { id: COMMENT, isHidden: false } },
    { name: 'comment_removed', expected: { id: '771100220033441_880055112240', at: at(1795000500) } },
    { name: 'own_page_comment_comes_back', expected: { author: { kind: 'business' }, parent: COMMENT } },
    {
      name: 'reaction_on_post',
      expected: {
        target: POST,
        reaction: '❤️',
        isRemoved: false,
        by: { kind: 'contact', person: { name: 'Oskar Lund' } },
      },
    },
    {
      name: 'reaction_removed_from_comment',
      expected: { target: '771100220033441_880055112299', reaction: '👍', isRemoved: true },
    },
    {
      name: 'visitor_post',
      expected: {
        id: '104477880011223_771100220044552',
        thread: { id: '104477880011223_771100220044552' },
        content: { text: 'Is the Malmö shop open on Sunday?' },
      },
    },
    {
      name: 'page_status_post',
      expected: { kind: 'post', author: { kind: 'business' }, content: { text: 'Free waxing all week.' } },
    },
    { name: 'page_photo_post', expected: { content: { text: 'New tents', attachments: [{ kind: 'image' }] } } },
    { name: 'page_video_post_first_event', expected: { kind: 'ignored', why: 'a post that is not published yet' } },
    { name: 'post_moved_to_bin', expected: { kind: 'deletion', id: '104477880011223_771100220044552' } },
    { name: 'post_removed', expected: { kind: 'deletion', id: '104477880011223_771100220044552' } },
    {
      name: 'comment_without_author',
      expected: { author: { kind: 'unknown' }, isPartial: true, content: { text: 'price?' } },
    },
    {
      name: 'comment_on_advertisement',
      expected: {
        kind: 'message',
        thread: { id: '104477880011223_771100220099110' },
        content: { text: 'Is it waterproof?' },
      },
    },
    {
      name: 'mention',
      expected: {
        isPartial: true,
        thread: { id: '990011220033_551100220033441', reach: 'earned' },
        author: { kind: 'contact', person: { id: '7300112233449911', name: 'Oskar Lund' } },
      },
    },
    {
      name: 'mention_with_ids_only',
      expected: { isPartial: true, content: { text: '' }, id: '990011220033_551100220033441' },
    },
    {
      name: 'ratings',
      expected: {
        thread: { kind: 'review', reach: 'owned_public' },
        content: { text: 'Waited three weeks for a refund.', rating: { positive: false } },
      },
    },
    { name: 'comment_under_rating', expected: { thread: { id: '771100220088996', kind: 'review' } } },
  ])('$name is read in full', ({ name, expected }) => {
    expect(fixture(name)[0]).toMatchObject(expected);
  });

  it('leaves a top-level comment without a parent', () => {
    expect(fixture('comment')[0]).not.toHaveProperty('parent');
  });

  it('keeps the siblings of a broken change, and the entries of other Pages', () => {
    expect(fixture('batch_with_a_broken_change')).toMatchObject([
      { kind: 'ignored' },
      { kind: 'message', account: PAGE, id: COMMENT },
      { kind: 'ignored' },
      { kind: 'message', account: '104477880099887' },
      { kind: 'ignored' },
    ]);
  });

  it.each([
    { value: { item: 'comment', verb: 'edit', post_id: POST, comment_id: COMMENT, message: 'x' }, kind: 'edit' },
    { value: { item: 'comment', verb: 'delete', post_id: POST, comment_id: COMMENT }, kind: 'deletion' },
    { value: { item: 'comment', verb: 'add' }, kind: 'ignored' },
    { value: { item: 'share', verb: 'add', post_id: POST, from: { id: '5' } }, kind: 'ignored' },
    {
      value: { item: 'video', verb: 'edited', post_id: POST, from: { id: PAGE }, published: 1, message: 'How to wax' },
      kind: 'post',
    },
    { value: { item: 'status', verb: 'edited', post_id: POST, from: { id: '5' }, message: 'Corrected' }, kind: 'edit' },
    { value: { item: 'like', verb: 'add', post_id: POST, from: { id: '5' } }, kind: 'reaction' },
    {
      value: { item: 'reaction', verb: 'edit', post_id: POST, from: { id: '5' }, reaction_type: 'anger' },
      kind: 'reaction',
    },
    { value: { item: 'page', verb: 'add' }, kind: 'ignored' },
    { value: { item: 'toString', verb: 'constructor' }, kind: 'ignored' },
  ])('$value.item $value.verb becomes $kind', ({ value, kind }) => {
    expect(feed(value)).toMatchObject({ kind });
  });

  it('takes old senders, stars, and texts that no database would hold', () => {
    expect(
      feed({
        item: 'comment',
        post_id: POST,
        comment_id: COMMENT,
        sender_id: 5,
        sender_name: 'Old',
        message: 'a\u0000b\ud83d',
      }),
    ).toMatchObject({
      author: { kind: 'contact', person: { id: '5', name: 'Old' } },
      content: { text: 'ab\ufffd' },
    });
    expect(feed({ item: 'rating', verb: 'add', reviewer_id: '5', rating: 2 }, 'ratings')).toMatchObject({
      content: { rating: { stars: 2, of: 5 } },
      id: `rating_of_${PAGE}_by_5`,
    });
  });

  it('keeps the spelling of Meta beside ours where they differ', () => {
    expect(feed({ item: 'comment', post_id: POST, comment_id: '999_880055112233' })).toMatchObject({
      id: COMMENT,
      remote: { id: '999_880055112233' },
    });
  });

  it('falls back to the time of sending', () => {
    expect(feed({ item: 'comment', post_id: POST, comment_id: COMMENT, created_time: -4 })).toMatchObject({
      sentAt: at(1795000003),
    });
  });

  it('leaves the messages of Messenger to Messenger', () => {
    expect(
      parse(entry(JSON.stringify({ object: 'page', entry: [{ id: PAGE, time: 1, messaging: [{}] }] })), context),
    ).toEqual([]);
  });
});
