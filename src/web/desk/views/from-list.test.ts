import { expect, it } from 'vitest';
import type { Condition, Filter } from '../../../core/conversation/filter.ts';
import type { ListKey } from '../../api/list-key.ts';
import { filterOfList } from './from-list.ts';

const LIST: ListKey = { view: 'needs_answer', inbox: null, saved: null, filter: null, sort: null };
const mine: Condition = { about: 'assignee', is: 'one_of', values: ['me'] };
const muted: Condition = { about: 'muted', is: 'yes' };
const all = (...conditions: Condition[]): Filter => ({ match: 'all', conditions });
const abouts = ({ conditions }: Filter) => conditions.map(({ about }) => about).join(' ');

it.each<{ what: string; list: ListKey; own: Filter; holds: string }>([
  { what: 'a view and what narrows it', list: LIST, own: all(mine), holds: 'attention snoozed assignee' },
  { what: 'its inbox', list: { ...LIST, view: 'all', inbox: 'shop' }, own: all(mine), holds: 'inbox assignee' },
  {
    what: 'what was asked in place of the view’s own',
    list: { ...LIST, view: 'unassigned' },
    own: all(mine),
    holds: 'attention snoozed assignee',
  },
  {
    what: 'what is mine and open',
    list: { ...LIST, view: 'mine' },
    own: all(muted),
    holds: 'assignee snoozed resolution muted',
  },
  { what: 'alternatives alone', list: LIST, own: { match: 'any', conditions: [mine, muted] }, holds: 'assignee muted' },
])('keeps $what', ({ list, own, holds }) => {
  expect(abouts(filterOfList(list, own, []))).toBe(holds);
});
