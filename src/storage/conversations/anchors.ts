import { type RawBuilder, sql } from 'kysely';
import type { Condition, Filter } from '../../core/conversation/filter.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { soughtIn } from '../../core/text/fold.ts';
import type { Reader } from '../database.ts';
import { tsqueryOf, workspaceWord } from '../search/words.ts';
import { asUuids } from '../uuids.ts';

/** A condition of the filters that an index answers, in which case all that fits is among a few conversations. */
export interface Anchor {
  readonly where: RawBuilder<unknown>;
  /** What is counted to learn how many there are. */
  readonly counted: RawBuilder<unknown>;
  /** Asks nothing but the conversation's own row. */
  readonly isOwn: boolean;
}

/** Null: nothing in the filters is that rare. */
export async function findAnchor(
  db: Reader,
  workspaceId: WorkspaceId,
  filters: readonly Filter[],
  few: number,
): Promise<RawBuilder<unknown> | null> {
  for (const anchor of anchorsOf(filters, workspaceId)) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from (${anchor.counted} limit ${sql.lit(few + 1)}) counted`.execute(db);
    if ((rows[0]?.count ?? 0) <= few) return anchor.where;
  }
  return null;
}

/** What could be one. */
export function anchorsOf(filters: readonly Filter[], workspaceId: WorkspaceId): readonly Anchor[] {
  const sure = filters.flatMap(({ match, conditions }) =>
    match === 'all' || conditions.length === 1 ? conditions : [],
  );
  return sure.flatMap((condition) => anchorOf(condition, workspaceId) ?? []);
}

function anchorOf(condition: Condition, workspaceId: WorkspaceId): Anchor | null {
  const byColumn = (where: RawBuilder<unknown>): Anchor => ({
    where,
    isOwn: true,
    counted: sql`select from conversations c where c.workspace_id = ${workspaceId} and c.merged_into_id is null and ${where}`,
  });
  if (condition.about === 'text') {
    const sought = soughtIn(condition.value);
    if (condition.is !== 'contains' || sought.length === 0) return null;
    const said = sql`from messages m where m.workspace_id = ${workspaceId} and m.conversation_id is not null
      and m.words @@ ${tsqueryOf([workspaceWord(workspaceId), ...sought])}`;
    return {
      where: sql`c.id = any(array(select m.conversation_id ${said}))`,
      counted: sql`select ${said}`,
      isOwn: false,
    };
  }
  if (condition.about === 'field' || condition.is !== 'one_of' || condition.values.includes('none')) return null;
  const ids = asUuids(condition.values);
  switch (condition.about) {
    case 'label':
      return byColumn(sql`c.label_ids <> '{}' and c.label_ids && ${ids}::uuid[]`);
    case 'assignee':
      return byColumn(sql`c.assignee_id = any(${ids}::uuid[])`);
    case 'team':
      return byColumn(sql`c.team_id = any(${ids}::uuid[])`);
    default:
      return null;
  }
}
