import { describe, expect, it } from 'vitest';
import type { Condition } from '../../core/conversation/filter.ts';
import type { ConversationList, ConversationRow } from '../../wire/conversations.ts';
import { nextAfter, patchList } from './patch-list.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const LIST = { view: 'needs_answer', inbox: null, filters: [], sort: null } as const;

function row(id: string, change: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id,
    inboxId: 'shop',
    channel: 'lab',
    reach: 'owned_private',
    subject: null,
    preview: '',
    contact: { id: `c-${id}`, name: id, avatarUrl: null, followers: null },
    attention: 'needs_answer',
    attentionReason: null,
    resolution: 'open',
    assigneeId: null,
    priority: 0,
    waitingSince: `2026-11-22T11:0${id.length}:00.000Z`,
    openedAt: null,
    openedBy: null,
    snoozedUntil: null,
    answeredElsewhereAt: null,
    lastMessageAt: '2026-11-22T11:00:00.000Z',
    lastInboundAt: null,
    messageCount: 1,
    language: null,
    teamId: null,
    labelIds: [],
    promisedFor: null,
    promise: null,
    mergedIntoId: null,
    isBlocked: false,
    isMuted: false,
    isVip: false,
    sentiment: null,
    kind: null,
    urgency: null,
    topic: null,
    dueAt: null,
    changedSeq: 1,
    ...change,
  };
}
const page = (items: ConversationRow[], cursor: string | null): ConversationList => ({ items, cursor, seq: 1 });
const list = (...pages: ConversationList[]) => ({ pages, pageParams: pages.map(() => null) });
const ids = (of: { pages: readonly ConversationList[] }) =>
  of.pages.flatMap((one) => one.items.map(({ id }) => id)).join(' ');

describe('patchList', () => {
  it.each([
    {
      what: 'a row that was answered leaves',
      rows: [row('aa', { attention: 'answered', changedSeq: 2 })],
      ids: 'a aaa',
    },
    { what: 'a row that became urgent moves up', rows: [row('aaa', { priority: 9, changedSeq: 2 })], ids: 'aaa a aa' },
    {
      what: 'a new row enters where it belongs',
      rows: [row('b', { waitingSince: '2026-11-22T11:01:30.000Z' })],
      ids: 'a b aa aaa',
    },
    { what: 'a row of another view stays out', rows: [row('b', { attention: null })], ids: 'a aa aaa' },
    {
      what: 'an older state does not come back',
      rows: [row('aa', { attention: 'answered', changedSeq: 0 })],
      ids: 'a aa aaa',
    },
  ])('$what', ({ rows, ids: expected }) => {
    const before = list(page([row('a'), row('aa'), row('aaa')], null));
    expect(ids(patchList(before, LIST, rows, 'me', NOW))).toBe(expected);
  });

  it('leaves what belongs below the last page to the next one', () => {
    const before = list(page([row('a')], '1'), page([row('aa')], '2'));
    const later = row('z', { waitingSince: '2026-11-22T11:59:00.000Z' });
    const after = patchList(before, LIST, [later, row('aa', { priority: 5, changedSeq: 2 })], 'me', NOW);
    expect(after.pages.map((one) => one.items.map(({ id }) => id))).toEqual([['aa'], ['a']]);
    expect(after.pages.map((one) => one.cursor)).toEqual(['1', '2']);
  });

  it('hears of nothing that is in another inbox', () => {
    const before = list(page([row('a')], null));
    const patched = patchList(before, { ...LIST, inbox: 'shop' }, [row('b', { inboxId: 'care' })], 'me', NOW);
    expect(patched).toBe(before);
  });
});

describe('a list with conditions', () => {
  const late = { about: 'waiting_minutes', is: 'at_least', value: 55 } as const;
  const narrowed = (...conditions: Condition[]) => ({ ...LIST, filters: [{ match: 'all' as const, conditions }] });

  it('takes in what fits, and lets go what fits no more', () => {
    const mine = narrowed({ about: 'assignee', is: 'one_of', values: ['me'] }, late);
    const before = list(page([row('a', { assigneeId: 'me' })], null));
    const taken = row('b', { assigneeId: 'me', changedSeq: 2 });
    const entered = patchList(before, mine, [taken, row('c', { assigneeId: 'bo', changedSeq: 2 })], 'me', NOW);
    expect(ids(entered)).toBe('a b');
    const given = row('a', { assigneeId: 'bo', changedSeq: 3 });
    expect(ids(patchList(entered, mine, [given], 'me', NOW))).toBe('b');
  });

  it('stands in the order that was asked for', () => {
    const before = list(page([row('a', { priority: 9, waitingSince: '2026-11-22T11:30:00.000Z' })], null));
    const longer = row('b', { waitingSince: '2026-11-22T09:00:00.000Z' });
    expect(ids(patchList(before, { ...LIST, sort: 'waiting' }, [longer], 'me', NOW))).toBe('b a');
  });

  it('changes a row where it stands when only the server knows whether it belongs', () => {
    const words = narrowed({ about: 'text', is: 'contains', value: 'zip' });
    const before = list(page([row('a'), row('aa')], null));
    const changed = row('aa', { priority: 9, preview: 'later', changedSeq: 2 });
    const after = patchList(before, words, [changed, row('b')], 'me', NOW);
    expect(ids(after)).toBe('a aa');
    expect(after.pages[0]?.items[1]?.preview).toBe('later');
  });
});

it.each([
  { at: 'a', next: 'b' },
  { at: 'c', next: 'b' },
  { at: 'gone', next: 'a' },
])('after $at comes $next', ({ at, next }) => {
  expect(nextAfter([{ id: 'a' }, { id: 'b' }, { id: 'c' }], at)).toBe(next);
});

it('after the only one comes nothing', () => {
  expect(nextAfter([{ id: 'a' }], 'a')).toBeNull();
});
