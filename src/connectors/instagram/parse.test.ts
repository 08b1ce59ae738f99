import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { parse } from './parse.ts';

const ACCOUNT = '17841499000112233';
const IDA = { id: '5566778899001122', scope: ACCOUNT };
const NOW = new Date('2026-11-18T12:00:00Z');
const read = (name: string) => {
  const isListed = name.includes('listed');
  return parse(
    {
      source: isListed ? 'comments' : 'webhook',
      headers: {},
      body: readFileSync(new URL(`fixtures/${name}.json`, import.meta.url)),
    },
    { account: isListed ? (ACCOUNT as ExternalAccountId) : null, settings: null, receivedAt: NOW },
  );
};
const NONE = { kind: 'none' };
const one = (attachment: object) => ({ content: { attachments: [attachment] } });
const byIda = { kind: 'contact', person: { ...IDA, handle: 'ida.on.skis' } };

describe('what is said in public', () => {
  const comment = {
    kind: 'message',
    account: ACCOUNT,
    id: '18011223344556677',
    thread: { id: '17900011122233344', kind: 'post', reach: 'owned_public' },
    author: byIda,
    content: { text: 'Is this back in green?', attachments: [] },
    sentAt: new Date(1795003000_000),
  };
  it.each([
    { name: 'comment', expected: comment },
    { name: 'comment_flat', expected: comment },
    { name: 'comment_with_comment_id', expected: comment },
    { name: 'ids_as_numbers', expected: comment },
    { name: 'comment_reply', expected: { parent: '18011223344556677', remote: { top: '18011223344556677' } } },
    {
      name: 'comment_on_ad',
      expected: {
        thread: { id: '17900011122233344', title: 'Fjell autumn', reach: 'owned_public' },
        remote: { ad: '6200110022003' },
      },
    },
    { name: 'comment_own', expected: { author: { kind: 'business' }, parent: '18011223344556677' } },
    { name: 'comment_without_author', expected: { author: { kind: 'unknown' }, isPartial: true } },
    { name: 'live_comment', expected: { remote: { isLive: true } } },
    {
      name: 'mention_in_caption',
      expected: {
        id: '17900011122235555',
        thread: { id: '17900011122235555', reach: 'earned' },
        isPartial: true,
        remote: { mention: 'caption' },
      },
    },
    {
      name: 'mention_in_comment',
      expected: {
        id: '18011223344559988',
        thread: { id: '17900011122235555', reach: 'earned' },
        isPartial: true,
        remote: { mention: 'comment' },
      },
    },
  ])('reads $name', ({ name, expected }) => expect(read(name)).toMatchObject([expected]));

  it('does not ask again for what came whole', () => expect(read('comment')[0]).not.toHaveProperty('isPartial'));
});

describe('what is said on a private line', () => {
  const text = {
    kind: 'message',
    account: ACCOUNT,
    id: 'aWdfZAG1text',
    thread: { id: IDA.id, kind: 'direct', reach: 'owned_private', counterpart: IDA },
    author: { kind: 'contact', person: IDA },
    content: { text: 'Hi, parcel 40271?', attachments: [] },
    sentAt: new Date(1795004000000),
  };
  it.each([
    { name: 'text', expected: text },
    { name: 'text_as_change', expected: text },
    { name: 'text_named_page', expected: text },
    { name: 'image', expected: one({ kind: 'image', source: { kind: 'url' } }) },
    {
      name: 'voice_video_file',
      expected: { content: { attachments: [{ kind: 'audio' }, { kind: 'video' }, { kind: 'file' }] } },
    },
    {
      name: 'story_mention',
      expected: one({
        kind: 'link',
        source: NONE,
        href: expect.stringContaining('asset_id=2'),
        title: expect.stringContaining('story'),
      }),
    },
    { name: 'story_mention_expired', expected: one({ kind: 'unsupported', title: expect.stringContaining('story') }) },
    {
      name: 'reply_to_our_story',
      expected: {
        content: {
          text: 'Love this tent',
          attachments: [{ kind: 'link', href: expect.stringContaining('asset_id=3') }],
        },
      },
    },
    { name: 'inline_reply', expected: { content: { text: 'yes', quotes: 'aWdfZAG9echo' } } },
    { name: 'shared_post_since_feb_2026', expected: one({ kind: 'link', source: NONE, title: 'New tents' }) },
    { name: 'shared_post_older_form', expected: one({ kind: 'link', title: 'A shared post' }) },
    { name: 'shared_reel', expected: one({ kind: 'link', title: 'Waxing' }) },
    { name: 'ephemeral', expected: one({ kind: 'unsupported', title: expect.stringContaining('once') }) },
    { name: 'unsupported', expected: one({ kind: 'unsupported' }) },
    { name: 'unsent', expected: { kind: 'deletion', account: ACCOUNT, id: 'aWdfZAG5re', at: new Date(1795004060000) } },
    {
      name: 'echo',
      expected: { author: { kind: 'business' }, thread: { id: IDA.id, counterpart: IDA }, id: 'aWdfZAG9echo' },
    },
    {
      name: 'echo_by_another_id',
      expected: { author: { kind: 'business' }, thread: { id: IDA.id, counterpart: IDA }, id: 'aWdfZAG9echo2' },
    },
    { name: 'edited_without_its_number', expected: { kind: 'edit', content: { text: 'Hi, parcel 40218?' } } },
    { name: 'to_itself', expected: { kind: 'ignored' } },
    {
      name: 'from_ad',
      expected: { content: { referral: { source: 'ADS', title: 'Fjell autumn', reference: 'autumn' } } },
    },
    { name: 'quick_reply', expected: { content: { text: 'Refund', payload: 'CHOICE_REFUND' } } },
    { name: 'edited', expected: { kind: 'edit', id: 'aWdfZAG1text', content: { text: 'Hi, parcel 40217?' } } },
    { name: 'new_in_development_mode', expected: { kind: 'message', id: 'aWdfZAG1dev', isPartial: true } },
    {
      name: 'reaction',
      expected: { kind: 'reaction', target: 'aWdfZAG9echo', reaction: '❤️', isRemoved: false, by: { person: IDA } },
    },
    { name: 'unreaction', expected: { kind: 'reaction', target: 'aWdfZAG9echo', isRemoved: true, reaction: '' } },
    {
      name: 'seen',
      expected: {
        kind: 'delivery',
        status: 'read',
        thread: IDA.id,
        ids: ['aWdfZAG9echo'],
        upTo: new Date(1795004110000),
      },
    },
    { name: 'ice_breaker', expected: { content: { text: 'Where is my order?', payload: 'ICE_TRACK' } } },
    { name: 'igme_link', expected: { kind: 'notice', notice: 'referral', detail: expect.stringContaining('ig.me') } },
    { name: 'standby', expected: { kind: 'message', id: 'aWdfZAG13by' } },
    { name: 'thread_taken_from_us', expected: { notice: 'thread_taken', detail: expect.stringMatching(/^The inbox/) } },
    { name: 'thread_passed_to_us', expected: { notice: 'thread_given' } },
    { name: 'thread_requested', expected: { notice: 'thread_requested' } },
  ])('reads $name', ({ name, expected }) => expect(read(name)).toMatchObject([expected]));
});

describe('what Instagram lists', () => {
  it.each([
    {
      name: 'listed_comment',
      expected: [{ id: '18011223344556677', author: byIda, isHistory: true, sentAt: new Date('2026-11-18T11:56:40Z') }],
    },
    {
      name: 'listed_comment_hidden',
      expected: [
        { author: { kind: 'contact', person: { id: 'username:oskar_l', handle: 'oskar_l' } } },
        { kind: 'visibility', id: '18011223344556678', isHidden: true },
      ],
    },
    {
      name: 'listed_comment_own',
      expected: [{ id: '18011223344556703', author: { kind: 'business' }, remote: { top: '18011223344556677' } }],
    },
    {
      name: 'listed_message',
      expected: [
        { id: 'aWdfZAG2img', thread: { id: IDA.id }, content: { attachments: [{ kind: 'image', name: 'zip.jpg' }] } },
      ],
    },
    {
      name: 'listed_message_own',
      expected: [{ author: { kind: 'business' }, thread: { id: IDA.id }, isHistory: true }],
    },
    {
      name: 'listed_message_about_story',
      expected: [{ content: { text: 'Love this tent', attachments: [{ kind: 'link' }] } }],
    },
    {
      name: 'listed_tag',
      expected: [
        {
          thread: { id: '17900011122238888', reach: 'earned' },
          author: { kind: 'contact', person: { id: 'username:oskar_l' } },
          remote: { mention: 'tag', link: 'https://www.instagram.com/p/XyZ/' },
        },
      ],
    },
  ])('reads $name', ({ name, expected }) => expect(read(name)).toMatchObject(expected));

  it.each([['comment'], ['comment_reply'], ['comment_own']])(
    'gives a listed comment the id and the place that the webhook gave (%s)',
    (name) => {
      const [told] = read(name);
      if (told?.kind !== 'message') throw new Error('not a message');
      const listed = {
        kind: 'comment',
        isHistory: false,
        media: { id: '17900011122233344', username: 'lindqvist.outdoor' },
        comment: {
          id: told.id,
          text: told.content.text,
          timestamp: '2026-11-18T11:56:40+0000',
          from: { id: told.author.kind === 'contact' ? told.author.person.id : ACCOUNT },
          ...(told.parent ? { parent_id: told.parent } : {}),
        },
      };
      const [again] = parse(
        { source: 'comments', headers: {}, body: Buffer.from(JSON.stringify(listed)) },
        { account: ACCOUNT as ExternalAccountId, settings: null, receivedAt: NOW },
      );
      expect(again).toMatchObject({ id: told.id, thread: { id: told.thread.id, reach: told.thread.reach } });
      if (told.parent) expect(again).toMatchObject({ parent: told.parent });
    },
  );
});

it('has read every fixture', () => {
  for (const file of readdirSync(new URL('fixtures/', import.meta.url)))
    expect(read(file.replace('.json', '')).length, file).toBeGreaterThan(0);
});
