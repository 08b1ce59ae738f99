import { type RawBuilder, sql } from 'kysely';
import type { View } from '../../core/conversation/view.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';
import { stretchesOf } from './stretches.ts';

/** Counting stops here: nobody compares 1,000 with 100,000, and the statement stays quick. */
const CAP = 1_000;
const VIEWS: readonly View[] = ['needs_answer', 'mine', 'unassigned', 'opened_and_left', 'promised', 'snoozed', 'all'];

export interface Count {
  readonly count: number;
  /** There are more than `count`. */
  readonly isCapped: boolean;
}
export interface ViewCounts {
  readonly views: Readonly<Record<View, Count>>;
  /** Waiting for an answer, by inbox. */
  readonly inboxes: Readonly<Record<InboxId, Count>>;
}

/** How many conversations each view and each inbox holds, up to a thousand, in one statement. */
export async function countViews(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId | null,
  now: Date,
): Promise<ViewCounts> {
  const perView = VIEWS.flatMap((view) =>
    stretchesOf(view, agentId, now).map(({ where }) => countOf(sql.lit(view), workspaceId, where)),
  );
  const waiting = sql.join(stretchesOf('needs_answer', agentId, now).map(({ where }) => where));
  const perInbox = sql`select i.id::text as of, n.count from inboxes i cross join lateral (
    ${countOf(sql`''`, workspaceId, sql`c.inbox_id = i.id and ${waiting}`)}) n where i.workspace_id = ${workspaceId}`;
  const { rows } = await sql<{ of: string; count: number }>`
    ${sql.join(perView, sql` union all `)} union all ${perInbox}`.execute(db);
  const sums = new Map<string, number>();
  for (const { of, count } of rows) sums.set(of, (sums.get(of) ?? 0) + count);
  const isView = (of: string) => VIEWS.some((view) => view === of);
  return {
    views: Object.fromEntries(VIEWS.map((view) => [view, capped(sums.get(view) ?? 0)])) as Record<View, Count>,
    inboxes: Object.fromEntries([...sums].filter(([of]) => !isView(of)).map(([of, sum]) => [of, capped(sum)])),
  };
}

function capped(sum: number): Count {
  return { count: Math.min(sum, CAP), isCapped: sum > CAP };
}

function countOf(name: RawBuilder<unknown>, workspaceId: WorkspaceId, where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select ${name}::text as of, count(*)::integer as count from (
    select from conversations c where c.workspace_id = ${workspaceId} and ${where} limit ${sql.lit(CAP + 1)}) counted`;
}
