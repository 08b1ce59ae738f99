import { expect, it } from 'vitest';
import { compare, type Seen, type Thing, traceOf } from './memory.ts';

const thing = (id: string, second: number, text = id): Thing => ({ id, at: new Date(second * 1000), state: [text] });
const seen = (id: string, second: number, text = id): Seen => [id, second, traceOf([text])];
const ids = (things: readonly (Thing | Seen)[]) => things.map((one) => ('id' in one ? one.id : one[0]));
const NONE: readonly string[] = [];

it.each([
  {
    what: 'nothing changed',
    before: [seen('a', 10)],
    now: [thing('a', 10)],
    fresh: NONE,
    changed: NONE,
    vanished: NONE,
  },
  {
    what: 'one is new',
    before: [seen('a', 10)],
    now: [thing('b', 11), thing('a', 10)],
    fresh: ['b'],
    changed: NONE,
    vanished: NONE,
  },
  {
    what: 'one reads otherwise',
    before: [seen('a', 10)],
    now: [thing('a', 10, 'x')],
    fresh: NONE,
    changed: ['a'],
    vanished: NONE,
  },
  {
    what: 'one is missing',
    before: [seen('b', 11), seen('a', 10)],
    now: [thing('a', 10)],
    fresh: NONE,
    changed: NONE,
    vanished: ['b'],
  },
  { what: 'all are missing', before: [seen('a', 10)], now: [], fresh: NONE, changed: NONE, vanished: ['a'] },
  {
    what: 'one is older than we read',
    before: [],
    now: [thing('b', 9), thing('a', 4)],
    fresh: ['b'],
    changed: NONE,
    vanished: NONE,
  },
  {
    what: 'an old one was let through late',
    before: [seen('c', 7), seen('a', 2)],
    now: [thing('c', 7), thing('b', 3), thing('a', 2)],
    fresh: ['b'],
    changed: NONE,
    vanished: NONE,
  },
])('$what', ({ before, now, fresh, changed, vanished }) => {
  const found = compare(before, now, 5_000, true);
  expect([ids(found.fresh), ids(found.changed), ids(found.vanished)]).toEqual([fresh, changed, vanished]);
});

it('takes what lies behind the end of a page for still there, and remembers it', () => {
  const found = compare([seen('b', 11), seen('a', 10), seen('old', 2)], [thing('b', 11), thing('a', 10)], 5_000, false);
  expect(found.vanished).toEqual([]);
  expect(ids(found.seen)).toEqual(['b', 'a', 'old']);
});
