import type { ConversationRow, View } from '../../wire/conversations.ts';

/** After this long, something that was opened and got no act counts as left. Milliseconds; the server's list uses the same. */
export const LEFT_AFTER_MS = 15 * 60_000;

/** Which list: a view, in one inbox or in all of them. */
export interface ListKey {
  readonly view: View;
  readonly inbox: string | null;
}

/** Whether a row, as it is now, is part of a list. Null agent: an API token, nothing is "mine". */
export function belongsTo(list: ListKey, row: ConversationRow, agentId: string | null, now: number): boolean {
  if (list.inbox !== null && row.inboxId !== list.inbox) return false;
  const waits = row.attention === 'needs_answer';
  switch (list.view) {
    case 'needs_answer':
      return waits && row.snoozedUntil === null;
    case 'unassigned':
      return waits && row.snoozedUntil === null && row.assigneeId === null;
    case 'mine':
      return agentId !== null && row.assigneeId === agentId && (waits || row.resolution !== 'confirmed');
    case 'opened_and_left':
      return waits && row.openedAt !== null && now - Date.parse(row.openedAt) > LEFT_AFTER_MS;
    case 'snoozed':
      return row.snoozedUntil !== null;
    case 'all':
      return true;
  }
}

/** The order of a list; negative when `a` stands above `b`. */
export function compareIn(view: View, a: ConversationRow, b: ConversationRow): number {
  switch (view) {
    case 'needs_answer':
    case 'unassigned':
      return b.priority - a.priority || earlier(a.waitingSince, b.waitingSince) || a.id.localeCompare(b.id);
    case 'opened_and_left':
      return earlier(a.openedAt, b.openedAt) || a.id.localeCompare(b.id);
    case 'snoozed':
      return earlier(a.snoozedUntil, b.snoozedUntil) || a.id.localeCompare(b.id);
    case 'mine':
      return waitsFirst(a, b) || later(a, b);
    case 'all':
      return later(a, b);
  }
}

function waitsFirst(a: ConversationRow, b: ConversationRow): number {
  return Number(b.attention === 'needs_answer') - Number(a.attention === 'needs_answer');
}

function later(a: ConversationRow, b: ConversationRow): number {
  return Date.parse(b.lastMessageAt) - Date.parse(a.lastMessageAt) || b.id.localeCompare(a.id);
}

/** Without a time comes last. */
function earlier(a: string | null, b: string | null): number {
  return (
    (a === null ? Number.MAX_SAFE_INTEGER : Date.parse(a)) - (b === null ? Number.MAX_SAFE_INTEGER : Date.parse(b))
  );
}
