import { sql } from 'kysely';
import type { AboutState, AboutValue, Condition, Filter } from '../../core/conversation/filter.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { soughtIn } from '../../core/text/fold.ts';
import type { Reader } from '../database.ts';
import { tsqueryOf, workspaceWord } from '../search/words.ts';
import { asUuids } from '../uuids.ts';
import { type Sql, VALUES } from './filter-values.ts';

/** A condition of the filters that an index answers, in which case all that fits is among a few conversations. */
export interface Anchor {
  readonly where: Sql;
  /** What is counted to learn how many there are. */
  readonly counted: Sql;
  /** Asks nothing but the conversation's own row. */
  readonly isOwn: boolean;
}

/** Null: nothing in the filters is that rare. */
export async function findAnchor(
  db: Reader,
  workspaceId: WorkspaceId,
  filters: readonly Filter[],
  few: number,
): Promise<Sql | null> {
  for (const anchor of anchorsOf(filters, workspaceId)) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from (${anchor.counted} limit ${sql.lit(few + 1)}) counted`.execute(db);
    if ((rows[0]?.count ?? 0) <= few) return anchor.where;
  }
  return null;
}

/** What could be one: each condition that must hold, and where one of several must, all of them together. */
export function anchorsOf(filters: readonly Filter[], workspaceId: WorkspaceId): readonly Anchor[] {
  return filters.flatMap(({ match, conditions }) => {
    const anchors = conditions.flatMap((condition) => anchorOf(condition, workspaceId) ?? []);
    if (match === 'all' || anchors.length === 0) return anchors;
    return anchors.length === conditions.length ? [anyOf(anchors)] : [];
  });
}

function anyOf(anchors: readonly Anchor[]): Anchor {
  return {
    where: sql`(${sql.join(
      anchors.map(({ where }) => where),
      sql` or `,
    )})`,
    counted: sql.join(
      anchors.map(({ counted }) => counted),
      sql` union all `,
    ),
    isOwn: anchors.every(({ isOwn }) => isOwn),
  };
}

/** What an index leads to where it is rare. */
const INDEXED: readonly AboutValue[] = ['label', 'assignee', 'team', 'opened_by', 'language'];
/** Word for word the predicates of partial indexes: that is how they are found. */
const STATES: Readonly<Partial<Record<AboutState, Sql>>> = {
  snoozed: sql`c.snoozed_until is not null`,
  promised: sql`c.promised_for is not null`,
  overdue_promise: sql`c.promised_for is not null`,
  breached: sql`c.due_at is not null`,
  answered_elsewhere: sql`c.answered_elsewhere_at is not null`,
};

function anchorOf(condition: Condition, workspaceId: WorkspaceId): Anchor | null {
  const own = ownOf(condition, workspaceId);
  if (own)
    return {
      where: own,
      isOwn: true,
      counted: sql`select from conversations c where c.workspace_id = ${workspaceId} and c.merged_into_id is null and ${own}`,
    };
  const others = othersOf(condition, workspaceId);
  if (!others) return null;
  const { column, id, from } = others;
  return { where: sql`${column} = any(array(select ${id} ${from}))`, counted: sql`select ${from}`, isOwn: false };
}

function ownOf(condition: Condition, workspaceId: WorkspaceId): Sql | null {
  if (condition.about === 'field') {
    const [id] = asUuids([condition.fieldId]);
    const isSure = id && condition.is !== 'unset' && condition.is !== 'none_of';
    return isSure ? sql`c.fields <> '{}' and c.fields ? ${id}::text` : null;
  }
  if (condition.is === 'yes') return STATES[condition.about] ?? null;
  if (condition.is !== 'one_of' || condition.values.includes('none')) return null;
  const { about, values } = condition;
  const isIndexed = about === 'attention' ? values.every((value) => value === 'needs_answer') : INDEXED.includes(about);
  return isIndexed ? VALUES[about](values, workspaceId) : null;
}

/** The rows beside conversations by which they are found. */
function othersOf(condition: Condition, workspaceId: WorkspaceId) {
  const { about, is } = condition;
  if (about === 'text' && is === 'contains') {
    const sought = soughtIn(condition.value);
    if (sought.length === 0) return null;
    const from = sql`from messages m where m.workspace_id = ${workspaceId} and m.conversation_id is not null
      and m.words @@ ${tsqueryOf([workspaceWord(workspaceId), ...sought])}`;
    return { column: sql`c.id`, id: sql`m.conversation_id`, from };
  }
  if (is !== 'yes') return null;
  if (about === 'open_task') {
    const from = sql`from tasks k where k.workspace_id = ${workspaceId} and k.done_at is null`;
    return { column: sql`c.id`, id: sql`k.conversation_id`, from };
  }
  if (about !== 'blocked' && about !== 'muted') return null;
  const since = sql.ref(about === 'blocked' ? 'blocked_at' : 'muted_at');
  const from = sql`from contacts p where p.workspace_id = ${workspaceId} and p.${since} is not null`;
  return { column: sql`c.contact_id`, id: sql`p.id`, from };
}
