import { belongsTo, compareIn } from '../../core/conversation/view.ts';
import type { ConversationList, ConversationRow } from '../../wire/conversations.ts';
import type { ListKey } from './list-key.ts';

export interface Pages {
  readonly pages: readonly ConversationList[];
  readonly pageParams: readonly unknown[];
}

/**
 * The pages of a list after some rows changed: rows leave, enter and move to where they now stand.
 * A row that belongs below what was read so far is left to the next page. The same object comes back when nothing changed.
 */
export function patchList<List extends Pages>(
  list: List,
  key: ListKey,
  rows: readonly ConversationRow[],
  agentId: string | null,
  now: Date,
): List {
  const held = new Map(list.pages.flatMap((page) => page.items).map((row) => [row.id, row]));
  // A refetch may have overtaken the notice; an older row never replaces a newer one.
  const news = rows.filter((row) => (held.get(row.id)?.changedSeq ?? -1) <= row.changedSeq);
  const entering = news.filter(
    (row) => (key.inbox === null || row.inboxId === key.inbox) && belongsTo(key.view, row, agentId, now),
  );
  if (entering.length === 0 && !news.some((row) => held.has(row.id))) return list;

  for (const row of news) held.delete(row.id);
  const hasMore = list.pages.at(-1)?.cursor != null;
  const last = [...held.values()].at(-1);
  const merged = [...held.values(), ...entering]
    .toSorted((a, b) => compareIn(key.view, a, b))
    .filter((row) => !hasMore || last === undefined || held.has(row.id) || compareIn(key.view, row, last) <= 0);
  return { ...list, pages: spread(list.pages, merged) };
}

/** Where to go after an act on `id`: the row below, else the one above, else nowhere. */
export function nextAfter(rows: readonly { readonly id: string }[], id: string): string | null {
  const index = rows.findIndex((row) => row.id === id);
  if (index === -1) return rows[0]?.id ?? null;
  return rows[index + 1]?.id ?? rows[index - 1]?.id ?? null;
}

/** Pages keep their cursors; only the last one's is used to read on, so its rows may be of any number. */
function spread(pages: readonly ConversationList[], rows: readonly ConversationRow[]): ConversationList[] {
  let from = 0;
  return pages.map((page, index) => {
    const isLast = index === pages.length - 1;
    const items = rows.slice(from, isLast ? undefined : from + page.items.length);
    from += items.length;
    return { ...page, items };
  });
}
