import { sql } from 'kysely';
import type { AgentId, ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

const pair = (one: ConversationId, other: ConversationId) =>
  one < other ? { a_id: one, b_id: other } : { a_id: other, b_id: one };

/** False: they are linked already. */
export async function insertLink(
  tx: Tx,
  workspaceId: WorkspaceId,
  link: { readonly one: ConversationId; readonly other: ConversationId; readonly by: AgentId | null },
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('conversation_links')
    .values({ workspace_id: workspaceId, ...pair(link.one, link.other), created_by: link.by, created_at: now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'a_id', 'b_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** With what was merged into either of them, whose links count as theirs. False: they were not linked. */
export async function deleteLink(
  tx: Tx,
  workspaceId: WorkspaceId,
  one: ConversationId,
  other: ConversationId,
): Promise<boolean> {
  const { rows } = await sql`
    with ${family(workspaceId, 'mine', one)}, ${family(workspaceId, 'theirs', other)}
    delete from conversation_links l
    where l.workspace_id = ${workspaceId} and (
      (l.a_id in (select id from mine) and l.b_id in (select id from theirs))
      or (l.a_id in (select id from theirs) and l.b_id in (select id from mine)))
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** What a conversation is linked with, the newest link first; what became part of another one counts as that one. */
export async function readLinkedIds(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ConversationId,
): Promise<readonly ConversationId[]> {
  const { rows } = await sql<{ id: ConversationId }>`
    with ${family(workspaceId, 'mine', id)}, linked as (
      select l.b_id as id, l.created_at from mine join conversation_links l on l.workspace_id = ${workspaceId} and l.a_id = mine.id
      union all
      select l.a_id, l.created_at from mine join conversation_links l on l.workspace_id = ${workspaceId} and l.b_id = mine.id
    )
    select coalesce(c.merged_into_id, c.id) as id from linked l
    join conversations c on c.workspace_id = ${workspaceId} and c.id = l.id
    where coalesce(c.merged_into_id, c.id) not in (select mine.id from mine)
    group by 1 order by max(l.created_at) desc limit 50`.execute(db);
  return rows.map((row) => row.id);
}

const family = (workspaceId: WorkspaceId, name: string, id: ConversationId) => sql`${sql.ref(name)} as (
  select ${id}::uuid as id union all
  select c.id from conversations c where c.workspace_id = ${workspaceId} and c.merged_into_id = ${id})`;
