import { sql } from 'kysely';
import type { ConversationId, Json, UndoId, WorkspaceId } from '../../core/ids.ts';
import type { Columns } from '../../core/work/act.ts';
import type { Reader, Tx } from '../database.ts';
import { jsonRows, storableJson } from '../rows.ts';

export type UndoKind = 'acts' | 'merge' | 'split';

/** What was taken out of a conversation, by id; lanes by thread and lane. */
export interface Moved {
  readonly messages: readonly string[];
  readonly outbox: readonly string[];
  readonly tasks: readonly string[];
  readonly lanes: readonly (readonly [thread: string, lane: string])[];
  /** What had been asked there already. */
  readonly asked?: readonly string[];
}
export interface Step {
  readonly conversationId: ConversationId;
  /** Steps of one place may be taken back together; the last place first. */
  readonly place: number;
  readonly before: Columns;
  readonly after: Columns;
  readonly moved: Moved | null;
}
export interface NewUndo {
  readonly id: UndoId;
  readonly kind: UndoKind;
  /** The agent or the API token that acts. */
  readonly actorId: string | null;
  readonly conversationId: ConversationId | null;
  /** What was asked for: an id that comes again with something else is no second try. */
  readonly asked: Json;
  readonly answer: Json;
  readonly expiresAt: Date;
}
export interface StoredUndo extends NewUndo {
  readonly position: number;
  readonly undoneAt: Date | null;
}

/** False: there is one with this id already; the constraint makes two senders wait for each other. */
export async function insertUndo(tx: Tx, workspaceId: WorkspaceId, undo: NewUndo, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('undos')
    .values({
      workspace_id: workspaceId,
      id: undo.id,
      kind: undo.kind,
      actor_id: undo.actorId,
      conversation_id: undo.conversationId,
      asked: storableJson(undo.asked),
      answer: storableJson(undo.answer),
      at: now,
      expires_at: undo.expiresAt,
      undone_at: null,
      undone_by: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function writeAnswer(tx: Tx, workspaceId: WorkspaceId, id: UndoId, answer: Json): Promise<void> {
  await tx
    .updateTable('undos')
    .set({ answer: storableJson(answer) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function insertSteps(
  tx: Tx,
  workspaceId: WorkspaceId,
  undoId: UndoId,
  steps: readonly Step[],
): Promise<void> {
  if (steps.length === 0) return;
  await sql`
    insert into undo_steps (workspace_id, undo_id, place, conversation_id, before, after, moved)
    select ${workspaceId}, ${undoId}, r.place, r."conversationId", r.before, r.after, r.moved
    from json_to_recordset(${jsonRows(steps)}) as r (place integer, "conversationId" uuid, before jsonb, after jsonb, moved jsonb)`.execute(
    tx,
  );
}

/** Locked until the transaction ends: of two who take the same back one does. */
export async function lockUndo(tx: Tx, workspaceId: WorkspaceId, id: UndoId): Promise<StoredUndo | null> {
  const row = await tx
    .selectFrom('undos')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        position: Number(row.position),
        kind: row.kind,
        actorId: row.actor_id,
        conversationId: row.conversation_id,
        asked: row.asked,
        answer: row.answer,
        expiresAt: row.expires_at,
        undoneAt: row.undone_at,
      }
    : null;
}

export async function readSteps(db: Reader, workspaceId: WorkspaceId, undoId: UndoId): Promise<readonly Step[]> {
  const { rows } = await sql<Step>`
    select conversation_id as "conversationId", place, before, after, moved from undo_steps
    where workspace_id = ${workspaceId} and undo_id = ${undoId} order by place, conversation_id`.execute(db);
  return rows;
}

export async function markUndone(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: UndoId,
  undone: { readonly answer: Json; readonly by: string | null },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('undos')
    .set({ answer: storableJson(undone.answer), undone_at: now, undone_by: undone.by })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Those of these conversations that were split since, and still are. */
export async function splitSince(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly ConversationId[],
  position: number,
): Promise<ReadonlySet<ConversationId>> {
  const { rows } = await sql<{ id: ConversationId }>`
    select distinct conversation_id as id from undos where workspace_id = ${workspaceId} and conversation_id = any(${[...ids]}::uuid[])
      and kind = 'split' and undone_at is null and position > ${position}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** What can no longer be taken back is forgotten. */
export async function pruneUndos(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await tx.deleteFrom('undos').where('workspace_id', '=', workspaceId).where('expires_at', '<', now).execute();
}
