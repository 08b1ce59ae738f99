import { expect, it } from 'vitest';
import type { ExternalMessageId } from '../../core/ids.ts';
import { chooseFound } from './timing.ts';

const madeAt = new Date('2026-11-18T12:00:00.900Z');
const at = (offsetSeconds: number, id = 'a') => ({
  id: id as ExternalMessageId,
  at: new Date(madeAt.getTime() + offsetSeconds * 1000),
});

it.each([
  { when: 'one came after', candidates: [at(3)], isWhole: true, expected: { kind: 'accepted', id: 'a' } },
  {
    when: 'one came in the same second, cut to whole ones',
    candidates: [at(-0.9)],
    isWhole: true,
    expected: { kind: 'accepted', id: 'a' },
  },
  {
    when: 'the same words were also said an hour before',
    candidates: [at(2), at(-3_600, 'b')],
    isWhole: true,
    expected: { kind: 'accepted', id: 'a' },
  },
  { when: 'two came after', candidates: [at(2), at(9, 'b')], isWhole: true, expected: { kind: 'unclear' } },
  {
    when: 'the only one was said half a minute before',
    candidates: [at(-30)],
    isWhole: true,
    expected: { kind: 'unclear' },
  },
  {
    when: 'the only one was said an hour before',
    candidates: [at(-3_600)],
    isWhole: true,
    expected: { kind: 'absent' },
  },
  { when: 'there is none', candidates: [], isWhole: true, expected: { kind: 'absent' } },
  { when: 'there is none in what can be read', candidates: [], isWhole: false, expected: { kind: 'unclear' } },
])('$expected.kind when $when', ({ candidates, isWhole, expected }) => {
  expect(chooseFound(candidates, madeAt, isWhole)).toMatchObject(expected);
});
