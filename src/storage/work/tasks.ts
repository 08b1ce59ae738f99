import { sql } from 'kysely';
import type { AgentId, ConversationId, InboxId, TaskId, WorkspaceId } from '../../core/ids.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader, Tx } from '../database.ts';
import { storableText } from '../rows.ts';

export interface TaskRow {
  readonly id: TaskId;
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly assigneeId: AgentId | null;
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
  readonly doneBy: AgentId | null;
  readonly createdBy: AgentId | null;
  readonly createdAt: Date;
}
const COLUMNS = sql`t.id, t.conversation_id as "conversationId", t.text, t.assignee_id as "assigneeId", t.due_at as "dueAt",
  t.done_at as "doneAt", t.done_by as "doneBy", t.created_by as "createdBy", t.created_at as "createdAt"`;

/** Of one conversation, in the order in which they were written. */
export async function readTasks(db: Reader, workspaceId: WorkspaceId, id: ConversationId): Promise<readonly TaskRow[]> {
  const { rows } = await sql<TaskRow>`select ${COLUMNS} from tasks t
    where t.workspace_id = ${workspaceId} and t.conversation_id = ${id} order by t.created_at, t.id`.execute(db);
  return rows;
}

/** Open ones of an agent, the first due first; those without a date last. `dueBefore`: only what is due until then. */
export async function readTasksOf(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  asked: { readonly dueBefore: Date | null; readonly inboxes: readonly InboxId[] | null; readonly limit: number },
): Promise<readonly TaskRow[]> {
  const { rows } = await sql<TaskRow>`select ${COLUMNS} from tasks t
    join conversations c on c.workspace_id = ${workspaceId} and c.id = t.conversation_id
    where t.workspace_id = ${workspaceId} and t.assignee_id = ${agentId} and t.done_at is null and ${inInboxes(asked.inboxes)}
      and (${asked.dueBefore}::timestamptz is null or t.due_at <= ${asked.dueBefore}::timestamptz)
    order by t.due_at, t.id limit ${asked.limit}`.execute(db);
  return rows;
}

export async function lockTask(tx: Tx, workspaceId: WorkspaceId, id: TaskId): Promise<TaskRow | null> {
  const { rows } = await sql<TaskRow>`select ${COLUMNS} from tasks t
    where t.workspace_id = ${workspaceId} and t.id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** False: there is one with this id already. */
export async function insertTask(tx: Tx, workspaceId: WorkspaceId, task: TaskRow): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into tasks (workspace_id, id, conversation_id, text, assignee_id, due_at, created_by, created_at)
    values (${workspaceId}, ${task.id}, ${task.conversationId}, ${storableText(task.text)}, ${task.assigneeId}, ${task.dueAt},
      ${task.createdBy}, ${task.createdAt})
    on conflict (workspace_id, id) do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Whoever has it is called again for a new date or when it is theirs anew. */
export async function updateTask(tx: Tx, workspaceId: WorkspaceId, task: TaskRow): Promise<void> {
  await sql`
    update tasks set text = ${storableText(task.text)}, assignee_id = ${task.assigneeId}::uuid, due_at = ${task.dueAt}::timestamptz,
      done_at = ${task.doneAt}::timestamptz, done_by = ${task.doneBy}::uuid,
      called_at = case when due_at is distinct from ${task.dueAt}::timestamptz or assignee_id is distinct from ${task.assigneeId}::uuid
        then null else called_at end
    where workspace_id = ${workspaceId} and id = ${task.id}`.execute(tx);
}

export async function deleteTask(tx: Tx, workspaceId: WorkspaceId, id: TaskId): Promise<void> {
  await tx.deleteFrom('tasks').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Open ones that fell due and of which nobody was told yet, marked as told; a batch at most. */
export async function takeDueTasks(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  limit: number,
): Promise<readonly TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    with due as (
      select id from tasks where workspace_id = ${workspaceId} and due_at <= ${now} and done_at is null and called_at is null
      order by due_at, id limit ${limit} for update skip locked
    )
    update tasks t set called_at = ${now} from due where t.workspace_id = ${workspaceId} and t.id = due.id returning ${COLUMNS}`.execute(
    tx,
  );
  return rows;
}
