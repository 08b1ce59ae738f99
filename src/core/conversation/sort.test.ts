import { expect, it } from 'vitest';
import { compareBy } from './sort.ts';
import type { Listed } from './view.ts';

const at = (hour: number) => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`;
function row(id: string, change: Partial<Listed>): Listed {
  return {
    id,
    inboxId: 'shop',
    attention: 'needs_answer',
    resolution: 'open',
    assigneeId: null,
    priority: 0,
    waitingSince: at(9),
    openedAt: null,
    snoozedUntil: null,
    promisedFor: null,
    mergedIntoId: null,
    lastMessageAt: at(9),
    ...change,
  };
}
const ROWS = [
  row('done', { attention: 'answered', waitingSince: null, lastMessageAt: at(12) }),
  row('old', { waitingSince: at(7), lastMessageAt: at(10) }),
  row('hot', { priority: 9, waitingSince: at(8), lastMessageAt: at(11) }),
  row('asleep', { snoozedUntil: at(20), lastMessageAt: at(13) }),
];

it.each([
  ['priority', 'hot old asleep done'],
  ['waiting', 'old hot asleep done'],
  ['newest', 'asleep done hot old'],
  ['oldest', 'old hot done asleep'],
] as const)('by %s: %s', (sort, expected) => {
  expect(
    ROWS.toSorted((a, b) => compareBy(sort, a, b))
      .map(({ id }) => id)
      .join(' '),
  ).toBe(expected);
});
