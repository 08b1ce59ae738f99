import { matches } from '../../core/conversation/matches.ts';
import { compareBy } from '../../core/conversation/sort.ts';
import { belongsTo, compareIn } from '../../core/conversation/view.ts';
import { SENTIMENTS } from '../../core/understanding/understood.ts';
import type { ConversationList, ConversationRow } from '../../wire/conversations.ts';
import { isKnowable, type ListRule } from './list-key.ts';

export interface Pages {
  readonly pages: readonly ConversationList[];
  readonly pageParams: readonly unknown[];
}

/**
 * The pages of a list after some rows changed: rows leave, enter and move to where they now stand.
 * A row that belongs below what was read so far is left to the next page. Where a row alone does not tell whether it
 * belongs, it only changes where it stands. The same object comes back when nothing changed.
 */
export function patchList<List extends Pages>(
  list: List,
  rule: ListRule,
  rows: readonly ConversationRow[],
  agentId: string | null,
  now: Date,
): List {
  const told = new Map(rows.map((row) => [row.id, row]));
  // A refetch may have overtaken the notice; an older row never replaces a newer one.
  for (const { items } of list.pages)
    for (const item of items)
      if ((told.get(item.id)?.changedSeq ?? item.changedSeq) < item.changedSeq) told.delete(item.id);
  if (!isKnowable(rule)) return replaceIn(list, told);

  const entering = [...told.values()].filter((row) => belongs(rule, row, agentId, now));
  const isHeld = list.pages.some(({ items }) => items.some(({ id }) => told.has(id)));
  if (entering.length === 0 && !isHeld) return list;

  const compare = (a: ConversationRow, b: ConversationRow) =>
    rule.sort ? compareBy(rule.sort, a, b) : compareIn(rule.view, a, b);
  const kept = list.pages.flatMap(({ items }) => items.filter(({ id }) => !told.has(id)));
  const hasMore = list.pages.at(-1)?.cursor != null;
  const last = kept.at(-1);
  const fits = entering.filter((row) => !hasMore || last === undefined || compare(row, last) <= 0).toSorted(compare);
  return { ...list, pages: spread(list.pages, merge(kept, fits, compare)) };
}

function belongs({ view, inbox, filters }: ListRule, row: ConversationRow, agentId: string | null, now: Date): boolean {
  if (inbox !== null && row.inboxId !== inbox) return false;
  if (!belongsTo(view, row, agentId, now)) return false;
  if (filters.length === 0) return true;
  const facts = {
    ...row,
    followers: row.contact.followers,
    // Never asked: see `isKnowable`.
    createdAt: row.lastMessageAt,
    purpose: '',
    sentiment: row.sentiment && ((SENTIMENTS.indexOf(row.sentiment) - 1) as -1 | 0 | 1),
    isKnownProblem: false,
    hasOpenTask: false,
    fields: {},
    names: [],
    said: [],
  };
  return filters.every((filter) => matches(filter, facts, now));
}

/** Both are in order already: one walk, however long the list has become. */
function merge(
  kept: readonly ConversationRow[],
  entering: readonly ConversationRow[],
  compare: (a: ConversationRow, b: ConversationRow) => number,
): ConversationRow[] {
  if (entering.length === 0) return [...kept];
  const merged: ConversationRow[] = [];
  let next = 0;
  for (const row of kept) {
    for (let one = entering[next]; one && compare(one, row) < 0; one = entering[next]) {
      merged.push(one);
      next += 1;
    }
    merged.push(row);
  }
  return [...merged, ...entering.slice(next)];
}

function replaceIn<List extends Pages>(list: List, told: ReadonlyMap<string, ConversationRow>): List {
  if (!list.pages.some(({ items }) => items.some(({ id }) => told.has(id)))) return list;
  const pages = list.pages.map((page) =>
    page.items.some(({ id }) => told.has(id))
      ? { ...page, items: page.items.map((item) => told.get(item.id) ?? item) }
      : page,
  );
  return { ...list, pages };
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
