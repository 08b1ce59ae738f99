import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../channel/capabilities.ts';
import type { InboxId, MessageId, ThreadId } from '../ids.ts';
import { type ChannelLookup, type PubliclySaid, type WayThread, waysOf } from './ways.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
const base = {
  attachments: { max: 1, maxBytes: 1_000, types: ['image/*'] },
  lacks: {},
  hears: {
    comments: true,
    mentions: true,
    direct: true,
    reviews: true,
    keywords: true,
    reactions: true,
    edits: true,
    deletions: true,
    history: true,
    missed: true,
  },
  receives: [],
  tells: { delivered: false, read: false },
  rate: { count: 1, perMs: 1 },
} as const;
const pages: Capabilities = {
  ...base,
  text: { max: 8_000, unit: 'utf16' },
  privateReply: { withinMs: 7 * 24 * HOUR, channel: 'line', source: '' },
  acts: { reply: { on: 'theirs' }, private_reply: { on: 'theirs', text: { max: 1_999, unit: 'utf16' } } },
};
const line: Capabilities = {
  ...base,
  text: { max: 1_999, unit: 'utf16' },
  window: { openMs: 24 * HOUR, humanMs: 7 * 24 * HOUR, source: '' },
  acts: { reply: { on: 'theirs' } },
};
const sky: Capabilities = {
  ...base,
  text: { max: 300, unit: 'graphemes' },
  direct: { text: { max: 1_000, unit: 'graphemes' }, attachments: { max: 0, maxBytes: 0, types: [] } },
  acts: { reply: { on: 'both' } },
};
const KNOWN: Record<string, { name: string; capabilities: Capabilities }> = {
  pages: { name: 'Pages', capabilities: pages },
  line: { name: 'Line', capabilities: line },
  sky: { name: 'Sky', capabilities: sky },
};
const channels: ChannelLookup = (channel) => KNOWN[channel];

const thread = (channel: string, reach: WayThread['reach'], lastInboundAt: Date | null, answers = 'm1'): WayThread => ({
  id: `t-${channel}` as ThreadId,
  inboxId: 'i' as InboxId,
  channel,
  kind: reach === 'owned_private' ? 'direct' : 'post',
  reach,
  lastInboundAt,
  answers: (answers || null) as MessageId | null,
});
const comment = (id: string, sentAt: Date, other: Partial<PubliclySaid> = {}): PubliclySaid => ({
  id: id as MessageId,
  threadId: 't-pages' as ThreadId,
  sentAt,
  isDeleted: false,
  wasAnsweredPrivately: false,
  ...other,
});

describe('a private line with a window of 24 hours, and 7 days for people', () => {
  it.each([
    { when: 'a minute ago', last: ago(1 / 60), isOpen: true, isHumanOnly: false },
    { when: 'exactly 24 hours ago', last: ago(24), isOpen: true, isHumanOnly: false },
    { when: 'a little more than 24 hours ago', last: ago(24.01), isOpen: true, isHumanOnly: true },
    { when: 'six days ago', last: ago(6 * 24), isOpen: true, isHumanOnly: true },
    { when: 'a little more than 7 days ago', last: ago(7 * 24 + 0.01), isOpen: false, isHumanOnly: false },
    { when: 'never', last: null, isOpen: false, isHumanOnly: false },
  ])('the person last wrote $when', ({ last, isOpen, isHumanOnly }) => {
    const [way] = waysOf({ threads: [thread('line', 'owned_private', last)], messages: [] }, channels, NOW);
    expect(way).toMatchObject({ isOpen, isHumanOnly, isOnce: false, label: 'Private message on Line' });
    expect(way?.closedBecause === null).toBe(isOpen);
    expect(way?.closesAt?.getTime()).toBe(last ? last.getTime() + 7 * 24 * HOUR : undefined);
    expect(way?.freeUntil?.getTime()).toBe(last ? last.getTime() + 24 * HOUR : undefined);
  });
});

it('leaves what is public open where a channel has a window for its private lines', () => {
  const threads = [thread('line', 'owned_public', ago(30 * 24))];
  expect(waysOf({ threads, messages: [] }, channels, NOW)).toMatchObject([
    { isOpen: true, isHumanOnly: false, closesAt: null },
  ]);
});

describe('a comment', () => {
  const place = thread('pages', 'owned_public', ago(1));
  const ways = (messages: PubliclySaid[]) => waysOf({ threads: [place], messages }, channels, NOW);

  it('is answered in public at any time and once in private within 7 days', () => {
    const [open, privately] = ways([comment('m1', ago(24))]);
    expect(open).toMatchObject({
      key: 'reply:t-pages',
      isOpen: true,
      closesAt: null,
      inReplyTo: 'm1',
      reach: 'owned_public',
    });
    expect(privately).toMatchObject({
      key: 'private_reply:m1',
      isOpen: true,
      isOnce: true,
      reach: 'owned_private',
      limit: { max: 1_999 },
    });
    expect(privately?.closesAt).toEqual(new Date(NOW.getTime() + 6 * 24 * HOUR));
    expect(privately?.attachments.max).toBe(0);
  });

  it.each([
    { when: 'answered privately before', one: { wasAnsweredPrivately: true }, says: /once/ },
    { when: 'older than 7 days', one: { sentAt: ago(7 * 24 + 1) }, says: /7 days/ },
    { when: 'deleted', one: { isDeleted: true }, says: /deleted/ },
  ])('cannot be answered in private when $when', ({ one, says }) => {
    const privately = ways([comment('m1', ago(2), one)])[1];
    expect(privately?.isOpen).toBe(false);
    expect(privately?.closedBecause).toMatch(says);
  });

  it('offers the newest of several that is still free', () => {
    const privately = ways([
      comment('m1', ago(3)),
      comment('m2', ago(2)),
      comment('m3', ago(1), { wasAnsweredPrivately: true }),
    ])[1];
    expect(privately?.key).toBe('private_reply:m2');
  });

  it('that was deleted leaves nothing to answer in public', () => {
    const [way] = waysOf({ threads: [thread('pages', 'owned_public', ago(1), '')], messages: [] }, channels, NOW);
    expect(way).toMatchObject({ isOpen: false, inReplyTo: null });
  });
});

it('puts the place where the person last wrote first', () => {
  const threads = [thread('pages', 'owned_public', ago(5)), thread('line', 'owned_private', ago(1))];
  expect(waysOf({ threads, messages: [] }, channels, NOW).map((way) => way.key)).toEqual([
    'reply:t-line',
    'reply:t-pages',
  ]);
});

it('takes the limits of a private line where they differ', () => {
  const [way] = waysOf({ threads: [thread('sky', 'owned_private', ago(900))], messages: [] }, channels, NOW);
  expect(way).toMatchObject({ isOpen: true, closesAt: null, limit: { max: 1_000 }, attachments: { max: 0 } });
});

it('knows no way on a channel that is not connected any more', () => {
  expect(waysOf({ threads: [thread('gone', 'owned_public', ago(1))], messages: [] }, channels, NOW)).toEqual([]);
});
