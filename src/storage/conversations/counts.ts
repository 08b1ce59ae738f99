import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../../core/conversation/filter.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader } from '../database.ts';
import { anchorsOf } from './anchors.ts';
import { inboxesOf, type ListRequest } from './list.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

/** Counting stops here: nobody compares 1,000 with 100,000, and the statement stays quick. */
const CAP = 1_000;
/** A filter over everything that ever was is counted among so many of the latest. */
const LATEST = 20_000;
/** Of these, when what is asked stands beside the conversation and is looked up for each. */
const LATEST_LOOKED_UP = 5_000;
const LOOKED_UP: readonly Condition['about'][] = ['text', 'contact', 'blocked', 'muted', 'followers', 'open_task'];

export interface Count {
  readonly count: number;
  /** There are, or may be, more than `count`. */
  readonly isCapped: boolean;
}
interface Part {
  readonly of: number;
  readonly workspaceId: WorkspaceId;
  readonly stretch: Stretch;
  readonly anchor: RawBuilder<unknown> | null;
  readonly latest: number;
  readonly inboxIds: readonly InboxId[] | null;
}
export type Counted = Pick<ListRequest, 'view' | 'filters' | 'agentId' | 'visible' | 'inboxId'>;

/** How many conversations each of these lists holds, up to a thousand, in one statement. */
export async function countLists(
  db: Reader,
  workspaceId: WorkspaceId,
  lists: readonly Counted[],
  now: Date,
): Promise<readonly Count[]> {
  const parts = lists.flatMap((list, index) => {
    // What it is sorted by decides into which parts it falls, and with a filter which of them are small.
    const sort = list.filters?.some(({ conditions }) => conditions.length > 0) ? ('priority' as const) : null;
    const stretches = stretchesOf({ ...list, filters: list.filters ?? [], sort }, workspaceId, now);
    const anchor = anchorsOf(list.filters ?? [], workspaceId).find(({ isOwn }) => isOwn)?.where ?? null;
    const isLookedUp = list.filters?.some(({ conditions }) =>
      conditions.some(({ about }) => LOOKED_UP.includes(about)),
    );
    const latest = isLookedUp ? LATEST_LOOKED_UP : LATEST;
    return stretches.map((stretch) =>
      countOf({ of: index, workspaceId, stretch, anchor, latest, inboxIds: inboxesOf(list) }),
    );
  });
  if (parts.length === 0) return lists.map(() => ({ count: 0, isCapped: false }));
  const { rows } = await sql<{ of: number; count: number; is_short: boolean }>`
    ${sql.join(parts, sql` union all `)}`.execute(db);
  const byList = Map.groupBy(rows, (row) => row.of);
  return lists.map((_, index) => {
    const counted = byList.get(index) ?? [];
    const sum = counted.reduce((all, { count }) => all + count, 0);
    return { count: Math.min(sum, CAP), isCapped: sum > CAP || counted.some((one) => one.is_short) };
  });
}

/** Waiting for an answer, by inbox. Up to a thousand each, in one statement. */
export async function countInboxes(
  db: Reader,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<Readonly<Record<InboxId, Count>>> {
  const [waiting] = stretchesOf({ view: 'needs_answer', filters: [], sort: null, agentId: null }, workspaceId, now);
  const { rows } = await sql<{ id: InboxId; count: number }>`
    select i.id, n.count from inboxes i cross join lateral (
      select count(*)::integer as count from (select from conversations c where c.workspace_id = ${workspaceId}
        and c.inbox_id = i.id and ${waiting?.where ?? sql`false`} limit ${sql.lit(CAP + 1)}) counted) n
    where i.workspace_id = ${workspaceId}`.execute(db);
  return Object.fromEntries(rows.map(({ id, count }) => [id, { count: Math.min(count, CAP), isCapped: count > CAP }]));
}

/** How many each of these people has, up to a thousand, in one statement however many they are. */
export async function countMine(
  db: Reader,
  workspaceId: WorkspaceId,
  agentIds: readonly AgentId[],
  visible: readonly InboxId[] | null,
  now: Date,
): Promise<ReadonlyMap<AgentId, Count>> {
  if (agentIds.length === 0) return new Map();
  const own = stretchesOf({ view: 'mine', filters: [], sort: null, agentId: null, agent: sql`a.id` }, workspaceId, now);
  const parts = own.map(
    ({ where }) => sql`(select count(*)::integer from (select from conversations c
      where c.workspace_id = ${workspaceId} and ${where} and ${inInboxes(visible)} limit ${sql.lit(CAP + 1)}) counted)`,
  );
  const { rows } = await sql<{ id: AgentId; count: number }>`
    select a.id, ${sql.join(parts, sql` + `)} as count from unnest(${[...agentIds]}::uuid[]) a (id)`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, { count: Math.min(count, CAP), isCapped: count > CAP }]));
}

function countOf({ of, workspaceId, stretch, anchor, latest, inboxIds }: Part): RawBuilder<unknown> {
  const { where, filter, order, isEndless } = stretch;
  const rows = sql`from conversations c where c.workspace_id = ${workspaceId} and ${where}`;
  const among = inInboxes(inboxIds);
  if (!filter || !isEndless)
    return sql`select ${sql.lit(of)} as of, count(*)::integer as count, false as is_short
      from (select ${rows} and ${among} and ${filter ?? sql`true`} limit ${sql.lit(CAP + 1)}) counted`;
  const which = anchor ? sql`${rows} and ${anchor}` : sql`${rows} order by ${order.by}`;
  return sql`select ${sql.lit(of)} as of, count(*) filter (where counted.fits)::integer as count, count(*) >= ${sql.lit(latest)} as is_short
    from (select ${filter} and ${among} as fits ${which} limit ${sql.lit(latest)}) counted`;
}
