import { sql } from 'kysely';
import type { ConversationId, UndoId, WorkspaceId } from '../../core/ids.ts';
import type { Columns } from '../../core/work/act.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

export interface StandingMerge {
  readonly undoId: UndoId;
  readonly before: Columns;
  readonly after: Columns;
  readonly sources: readonly Columns[];
}

/** Merges into a conversation that nobody took back, oldest first. */
export async function readStandingMerges(
  tx: Tx,
  workspaceId: WorkspaceId,
  into: ConversationId,
): Promise<readonly StandingMerge[]> {
  const { rows } = await sql<StandingMerge>`
    select u.id as "undoId", s.before, s.after, coalesce((
        select json_agg(o.before order by o.conversation_id) from undo_steps o
        where o.workspace_id = ${workspaceId} and o.undo_id = u.id and o.conversation_id <> ${into}), '[]') as sources
    from undos u
    join undo_steps s on s.workspace_id = ${workspaceId} and s.undo_id = u.id and s.conversation_id = ${into}
    where u.workspace_id = ${workspaceId} and u.conversation_id = ${into} and u.kind = 'merge' and u.undone_at is null
    order by u.position`.execute(tx);
  return rows;
}

export async function rewriteStep(
  tx: Tx,
  workspaceId: WorkspaceId,
  undoId: UndoId,
  conversationId: ConversationId,
  { before, after }: { readonly before: Columns; readonly after: Columns },
): Promise<void> {
  await sql`update undo_steps set before = ${storableJson(before)}::jsonb, after = ${storableJson(after)}::jsonb
    where workspace_id = ${workspaceId} and undo_id = ${undoId} and conversation_id = ${conversationId}`.execute(tx);
}

/** What became part of a conversation and can still be taken out again, newest first. */
export async function readMergedParts(
  db: Reader,
  workspaceId: WorkspaceId,
  into: ConversationId,
  now: Date,
): Promise<readonly { readonly id: ConversationId; readonly undoId: UndoId }[]> {
  const { rows } = await sql<{ id: ConversationId; undoId: UndoId }>`
    select s.conversation_id as id, u.id as "undoId" from undos u
    join undo_steps s on s.workspace_id = ${workspaceId} and s.undo_id = u.id and s.conversation_id <> ${into}
    where u.workspace_id = ${workspaceId} and u.conversation_id = ${into} and u.kind = 'merge' and u.undone_at is null
      and u.expires_at > ${now}
    order by u.position desc, s.conversation_id limit 100`.execute(db);
  return rows;
}
