import { expect, it } from 'vitest';
import type { Condition } from '../../core/conversation/filter.ts';
import type { ListKey } from './list-key.ts';
import { listQuery } from './queries.ts';

const LIST: ListKey = { view: 'all', inbox: null, saved: null, filter: null, sort: null };
const narrowed = (...conditions: Condition[]) => JSON.stringify({ match: 'all', conditions });

it.each<{ what: string; list: Partial<ListKey>; again: boolean }>([
  { what: 'everything', list: {}, again: false },
  { what: 'what was opened and left', list: { view: 'opened_and_left' }, again: true },
  { what: 'a label', list: { filter: narrowed({ about: 'label', is: 'one_of', values: ['none'] }) }, again: false },
  {
    what: 'who waits for an hour',
    list: { filter: narrowed({ about: 'waiting_minutes', is: 'at_least', value: 60 }) },
    again: true,
  },
  {
    what: 'promises that are overdue',
    list: { filter: narrowed({ about: 'overdue_promise', is: 'yes' }) },
    again: true,
  },
])('$what: asked again as time goes by: $again', ({ list, again }) => {
  const { refetchInterval } = listQuery({ ...LIST, ...list });
  if (typeof refetchInterval !== 'function') throw new Error('It depends on how much was read.');
  expect(refetchInterval({ state: {} } as never)).toBe(again ? 30_000 : false);
});
