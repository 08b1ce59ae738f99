import type { Sort } from './filter.ts';
import type { Listed } from './view.ts';

/**
 * An order that was asked for; negative when `a` stands above `b`. `priority` and `waiting` put what waits first and
 * below it the rest, the latest first. Storage orders the same in SQL.
 */
export function compareBy(sort: Sort, a: Listed, b: Listed): number {
  if (sort === 'newest') return byNews(a, b);
  if (sort === 'oldest') return -byNews(a, b);
  const [aWaits, bWaits] = [waits(a), waits(b)];
  if (aWaits !== bWaits) return aWaits ? -1 : 1;
  if (!aWaits) return byNews(a, b);
  const byPriority = sort === 'priority' ? b.priority - a.priority : 0;
  return byPriority || order(a.waitingSince ?? '', b.waitingSince ?? '') || order(a.id, b.id);
}

const waits = (row: Listed) =>
  row.attention === 'needs_answer' && row.snoozedUntil === null && row.mergedIntoId === null;
const byNews = (a: Listed, b: Listed) => order(b.lastMessageAt, a.lastMessageAt) || order(b.id, a.id);
const order = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
