import { describe, expect, it } from 'vitest';
import type { ConversationList, ConversationRow } from '../../wire/conversations.ts';
import { nextAfter, patchList } from './patch-list.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const LIST = { view: 'needs_answer', inbox: null } as const;

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
    const patched = patchList(
      before,
      { view: 'needs_answer', inbox: 'shop' },
      [row('b', { inboxId: 'care' })],
      'me',
      NOW,
    );
    expect(patched).toBe(before);
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
