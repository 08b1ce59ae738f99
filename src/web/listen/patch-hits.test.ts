import { expect, it } from 'vitest';
import type { Hit } from '../api/listening.ts';
import { withChange } from './patch-hits.ts';

const hit = (id: string, state: Hit['state'] = 'waiting') => ({ id, state }) as Hit;
const pages = (...items: Hit[]) => ({ pages: [{ items, cursor: null }], pageParams: [null] });

it.each([
  { list: 'waiting', to: 'ignored', left: ['b waiting'] },
  { list: 'all', to: 'ignored', left: ['a ignored', 'b waiting'] },
  { list: 'handled', to: 'acknowledged', left: ['a acknowledged', 'b waiting'] },
  { list: 'handled', to: 'waiting', left: ['b waiting'] },
  { list: 'waiting', to: 'waiting', left: ['a waiting', 'b waiting'] },
] as const)('in the list of $list, what becomes $to leaves $left', ({ list, to, left }) => {
  const after = withChange(pages(hit('a'), hit('b')), new Set(['a']), { state: to }, list);
  expect(after.pages.flatMap(({ items }) => items.map(({ id, state }) => `${id} ${state}`))).toEqual(left);
});

it('leaves a list alone that has none of them', () => {
  const before = pages(hit('b'));
  expect(withChange(before, new Set(['a']), { state: 'ignored' }, 'all')).toBe(before);
});
