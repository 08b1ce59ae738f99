import { type RawBuilder, sql } from 'kysely';
import type { Filter, Sort } from '../../core/conversation/filter.ts';
import { type Certain, certainOf } from '../../core/conversation/narrow.ts';
import { LEFT_AFTER_MS, type View } from '../../core/conversation/view.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import { filterSql } from './filter-sql.ts';
import { BY_NEWS, BY_URGENCY, earliestFirst, type Order } from './orders.ts';

/** What a list holds, and in which order. */
export interface ListOf {
  readonly view: View;
  /** All of which must fit; `me` and `mine` are resolved. */
  readonly filters: readonly Filter[];
  /** Null: the view's own order. */
  readonly sort: Sort | null;
  /** Whose "mine"; null: an API token, nothing is its own. */
  readonly agentId: AgentId | null;
  /** In place of `agentId`: a column that holds it, to ask for many people at once. */
  readonly agent?: RawBuilder<unknown>;
}

/** A list is one or two stretches of conversations, one after the other. */
export interface Stretch {
  /** Word for word the predicates of the partial indexes: that is how they are found. */
  readonly where: RawBuilder<unknown>;
  /** What is asked on top; null: nothing. */
  readonly filter: RawBuilder<boolean> | null;
  readonly order: Order;
  /** May be everything that ever was: a filter is then looked for piece by piece. */
  readonly isEndless: boolean;
}

const HERE = sql`c.merged_into_id is null`;
const WAITS = sql`c.attention = 'needs_answer' and c.snoozed_until is null and c.merged_into_id is null`;
const RESTS = sql`(c.attention is distinct from 'needs_answer' or c.snoozed_until is not null)`;

interface Bare {
  readonly where: RawBuilder<unknown>;
  readonly order: Order;
  readonly isEndless?: boolean;
}

export function stretchesOf(list: ListOf, workspaceId: WorkspaceId, now: Date): readonly Stretch[] {
  const filters = list.filters.filter(({ conditions }) => conditions.length > 0);
  const asked = filters.map((filter) => filterSql(filter, workspaceId, now));
  const filter = asked.length > 0 ? sql<boolean>`(${sql.join(asked, sql` and `)})` : null;
  const bare = list.sort ? sorted(list, list.sort, certainOf(filters), now) : plain(list, now);
  return bare.map(({ where, order, isEndless = false }) => ({ where, order, isEndless, filter }));
}

/** A view in its own order. */
function plain(list: ListOf, now: Date): readonly Bare[] {
  const me = meIn(list);
  const { view } = list;
  switch (view) {
    case 'needs_answer':
    case 'unassigned':
      return [{ where: baseOf(view, me, now), order: BY_URGENCY }];
    case 'mine':
      if (!me) return [];
      return [
        { where: sql`${WAITS} and c.assignee_id = ${me}`, order: BY_URGENCY },
        {
          where: sql`c.assignee_id = ${me} and c.resolution = 'open' and c.snoozed_until is null
            and c.attention is distinct from 'needs_answer' and ${HERE}`,
          order: BY_NEWS,
        },
      ];
    case 'opened_and_left':
      return [{ where: baseOf(view, me, now), order: earliestFirst('opened_at') }];
    case 'promised':
      return [{ where: baseOf(view, me, now), order: earliestFirst('promised_for') }];
    case 'snoozed':
      return [{ where: baseOf(view, me, now), order: earliestFirst('snoozed_until') }];
    case 'all':
      return [{ where: HERE, order: BY_NEWS, isEndless: true }];
  }
}

/** In an order that was asked for. What matters: what waits, and below it the rest, the latest first. */
function sorted(list: ListOf, sort: Sort, certain: Certain, now: Date): readonly Bare[] {
  const me = meIn(list);
  const { view } = list;
  if (view === 'mine' && !me) return [];
  const base = baseOf(view, me, now);
  const small = smallPart(certain);
  const where = certain.merged === true ? sql`c.merged_into_id is not null` : small ? sql`${base} and ${small}` : base;
  const isEndless = view === 'all' && !small && certain.merged !== true;
  if (sort === 'newest') return [{ where, order: BY_NEWS, isEndless }];
  if (sort === 'oldest') return [{ where, order: earliestFirst('last_message_at'), isEndless }];
  const order = sort === 'priority' ? BY_URGENCY : earliestFirst('waiting_since');
  const waits = { where: sql`${where} and ${WAITS}`, order };
  const rests = { where: sql`${where} and ${RESTS}`, order: BY_NEWS, isEndless };
  if (['needs_answer', 'unassigned', 'opened_and_left'].includes(view)) return [waits];
  if (view === 'snoozed' || certain.snoozed === true || certain.asks === false || certain.merged === true)
    return [rests];
  if (certain.asks !== true) return [waits, rests];
  // What asks and does not wait is snoozed.
  return certain.snoozed === false
    ? [waits]
    : [waits, { where: sql`${where} and c.snoozed_until is not null`, order: BY_NEWS }];
}

function meIn({ agentId, agent }: ListOf): RawBuilder<unknown> | null {
  return agent ?? (agentId === null ? null : sql`${agentId}::uuid`);
}

function smallPart({ asks, snoozed, promised }: Certain): RawBuilder<unknown> | null {
  if (snoozed === true) return sql`c.snoozed_until is not null`;
  if (promised === true) return sql`c.promised_for is not null`;
  if (asks === true) return sql`c.attention = 'needs_answer'`;
  return null;
}

function baseOf(view: View, me: RawBuilder<unknown> | null, now: Date): RawBuilder<unknown> {
  switch (view) {
    case 'needs_answer':
      return WAITS;
    case 'unassigned':
      return sql`${WAITS} and c.assignee_id is null`;
    case 'mine':
      return sql`c.assignee_id = ${me ?? sql`null::uuid`} and c.snoozed_until is null and ${HERE}
        and (c.attention = 'needs_answer' or c.resolution = 'open')`;
    case 'opened_and_left':
      return sql`${WAITS} and c.opened_at < ${new Date(now.getTime() - LEFT_AFTER_MS)}`;
    case 'promised':
      return sql`c.promised_for is not null and ${HERE}`;
    case 'snoozed':
      return sql`c.snoozed_until is not null and ${HERE}`;
    case 'all':
      return HERE;
  }
}
