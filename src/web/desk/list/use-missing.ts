import { useQuery } from '@tanstack/react-query';
import type { ViewCounts } from '../../../wire/conversations.ts';
import type { ListKey } from '../../api/list-key.ts';
import { countsQuery } from '../../api/queries.ts';

/** How many rows are thought to follow where nobody counted them. */
const SOME = 20;

/** How many rows of a list were not read yet, so that the scrollbar says how long it really is. */
export function useMissing(list: ListKey, held: number, hasMore: boolean): number {
  const { data } = useQuery({ ...countsQuery, enabled: hasMore });
  if (!hasMore) return 0;
  return Math.max(SOME, (countOf(list, data)?.count ?? 0) - held);
}

/** How many are in a list, where somebody counted: not in one that is narrowed for a moment. */
export function countOf({ view, inbox, saved, filter }: ListKey, counts: ViewCounts | undefined) {
  if (filter !== null || !counts) return undefined;
  if (saved !== null) return inbox === null ? counts.saved[saved] : undefined;
  if (inbox === null) return counts.views[view];
  return view === 'needs_answer' ? counts.inboxes[inbox] : undefined;
}
