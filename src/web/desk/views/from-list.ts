import type { Condition, Filter } from '../../../core/conversation/filter.ts';
import type { View } from '../../../core/conversation/view.ts';
import type { SavedView } from '../../../wire/views.ts';
import type { ListKey } from '../../api/list-key.ts';

const WAITS: readonly Condition[] = [
  { about: 'attention', is: 'one_of', values: ['needs_answer'] },
  { about: 'snoozed', is: 'no' },
];
/** The lists that are always there, as conditions. */
const BASE: Record<View, readonly Condition[]> = {
  needs_answer: WAITS,
  unassigned: [...WAITS, { about: 'assignee', is: 'one_of', values: ['none'] }],
  mine: [
    { about: 'assignee', is: 'one_of', values: ['me'] },
    { about: 'snoozed', is: 'no' },
    { about: 'resolution', is: 'one_of', values: ['open'] },
  ],
  opened_and_left: [...WAITS, { about: 'opened', is: 'yes' }],
  promised: [{ about: 'promised', is: 'yes' }],
  snoozed: [{ about: 'snoozed', is: 'yes' }],
  all: [],
};

/** What is on screen as one filter that can be kept: the list, its inbox, and what it is narrowed by. */
export function filterOfList({ view, inbox, saved }: ListKey, own: Filter, views: readonly SavedView[]): Filter {
  const isChoice = (filter: Filter) => filter.match === 'any' && filter.conditions.length > 1;
  // Alternatives do not mix with what must hold beside them: they stand alone, and the dialog shows what there is.
  if (isChoice(own)) return own;
  const kept = saved === null ? null : views.find(({ id }) => id === saved)?.filter;
  if (kept && isChoice(kept) && own.conditions.length === 0) return kept;
  const base = kept ? (kept.conditions as readonly Condition[]) : BASE[view];
  const there: readonly Condition[] = inbox === null ? [] : [{ about: 'inbox', is: 'one_of', values: [inbox] }];
  const asked = new Set(own.conditions.map(({ about }) => about));
  return { match: 'all', conditions: [...base.filter(({ about }) => !asked.has(about)), ...there, ...own.conditions] };
}
