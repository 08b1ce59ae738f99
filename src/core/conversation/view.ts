import type { Attention, Resolution } from './states.ts';

/** In the order in which they are shown. */
export const VIEWS = ['needs_answer', 'mine', 'unassigned', 'opened_and_left', 'promised', 'snoozed', 'all'] as const;
export type View = (typeof VIEWS)[number];

/** After this long without an act, what a person opened counts as left, in milliseconds. */
export const LEFT_AFTER_MS = 15 * 60_000;

/** What decides where a conversation is listed. Times are ISO 8601 in UTC with milliseconds: they sort as text. */
export interface Listed {
  readonly id: string;
  readonly inboxId: string;
  readonly attention: Attention | null;
  readonly resolution: Resolution;
  readonly assigneeId: string | null;
  readonly priority: number;
  readonly waitingSince: string | null;
  readonly openedAt: string | null;
  readonly snoozedUntil: string | null;
  readonly promisedFor: string | null;
  readonly mergedIntoId: string | null;
  readonly lastMessageAt: string;
}

/**
 * Whether a conversation is in a view. Storage asks the same in SQL; a test holds the two together.
 * @param agentId null for an API token: nothing is its own
 */
export function belongsTo(view: View, row: Listed, agentId: string | null, now: Date): boolean {
  if (row.mergedIntoId !== null) return false;
  const isHere = row.snoozedUntil === null;
  const waits = row.attention === 'needs_answer' && isHere;
  switch (view) {
    case 'needs_answer':
      return waits;
    case 'unassigned':
      return waits && row.assigneeId === null;
    case 'mine':
      return agentId !== null && row.assigneeId === agentId && isHere && (waits || row.resolution === 'open');
    case 'opened_and_left':
      return waits && row.openedAt !== null && row.openedAt < new Date(now.getTime() - LEFT_AFTER_MS).toISOString();
    case 'promised':
      return row.promisedFor !== null;
    case 'snoozed':
      return !isHere;
    case 'all':
      return true;
  }
}

/** The order of a view; negative when `a` stands above `b`. */
export function compareIn(view: View, a: Listed, b: Listed): number {
  switch (view) {
    case 'needs_answer':
    case 'unassigned':
      return byUrgency(a, b);
    case 'mine': {
      const [aWaits, bWaits] = [a.attention === 'needs_answer', b.attention === 'needs_answer'];
      if (aWaits !== bWaits) return aWaits ? -1 : 1;
      return aWaits ? byUrgency(a, b) : byNews(a, b);
    }
    case 'opened_and_left':
      return up(a.openedAt, b.openedAt) || up(a.id, b.id);
    case 'promised':
      return up(a.promisedFor, b.promisedFor) || up(a.id, b.id);
    case 'snoozed':
      return up(a.snoozedUntil, b.snoozedUntil) || up(a.id, b.id);
    case 'all':
      return byNews(a, b);
  }
}

function byUrgency(a: Listed, b: Listed): number {
  return b.priority - a.priority || up(a.waitingSince, b.waitingSince) || up(a.id, b.id);
}

function byNews(a: Listed, b: Listed): number {
  return up(b.lastMessageAt, a.lastMessageAt) || up(b.id, a.id);
}

/** Without a time comes last, as in the database. */
function up(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
