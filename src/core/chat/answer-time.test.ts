import { expect, it } from 'vitest';
import { answerTime } from './answer-time.ts';

const answered = (...minutes: readonly number[]) => minutes.map((one) => ({ ms: one * 60_000, isAnswered: true }));
const waiting = (...minutes: readonly number[]) => minutes.map((one) => ({ ms: one * 60_000, isAnswered: false }));
const MINUTE = 60_000;

it.each([
  { what: 'nothing known', waits: [], is: null },
  { what: 'too few talks', waits: answered(1, 1, 1, 1), is: null },
  {
    what: 'three of four within four minutes, rounded up',
    waits: answered(1, 2, 4, 600),
    more: answered(3, 3, 4, 900),
    is: 5 * MINUTE,
  },
  { what: 'one slow answer does not spoil it', waits: answered(1, 1, 1, 1, 1, 1, 1, 2_000), is: 2 * MINUTE },
  { what: 'whoever still waits counts against it', waits: answered(1, 1, 1), more: waiting(300, 400, 500), is: null },
  { what: 'hours', waits: answered(50, 70, 100, 110, 111), is: 120 * MINUTE },
  { what: 'days are no promise', waits: answered(3_000, 3_000, 3_000, 3_000, 3_000), is: null },
  {
    what: 'rubbish is left out',
    waits: [...answered(1, 1, 1, 1, 1), { ms: Number.NaN, isAnswered: true }, { ms: -5, isAnswered: true }],
    is: 2 * MINUTE,
  },
])('$what', ({ waits, more = [], is }) => {
  expect(answerTime([...waits, ...more])).toBe(is);
});
