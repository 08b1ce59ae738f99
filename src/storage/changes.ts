import { sql } from 'kysely';
import type { ConversationId, WorkspaceId } from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';
import { jsonRows } from './rows.ts';

/** The topic that tells every web node to look. Payload: the workspace's id; empty: look everywhere. */
export const CHANGED = 'earshot_changed';
/** Tells whoever files that something waits in the ledger. Payload: the workspace's id; empty: look everywhere. */
export const ARRIVED = 'earshot_arrived';
/** Tells whoever sends that something waits in the outbox. Payload as above. */
export const OUTGOING = 'earshot_outgoing';

export interface Change {
  /** `message`, `note`, `attention`, `assignee`, `delivery`, `inbox`, ... */
  readonly kind: string;
  readonly conversationId: ConversationId | null;
}

/**
 * Writes what browsers will be told and stamps the conversations, and what we newly said in them, with it. The LAST statement of a transaction:
 * it holds the workspace's row until the commit, which is what makes the sequence the order of commits.
 * @returns the workspace's sequence after these changes
 */
export async function recordChanges(
  tx: Tx,
  workspaceId: WorkspaceId,
  changes: readonly Change[],
  now: Date,
): Promise<number> {
  if (changes.length === 0) return readSeq(tx, workspaceId);
  const rows = changes.map((change, index) => ({
    offset: index + 1,
    kind: change.kind,
    conversation_id: change.conversationId,
  }));
  const result = await sql<{ seq: number }>`
    with moved as (
      update workspaces set change_seq = change_seq + ${rows.length} where id = ${workspaceId} returning change_seq
    ), told as (
      insert into changes (workspace_id, seq, at, kind, conversation_id)
      select ${workspaceId}, moved.change_seq - ${rows.length} + r."offset", ${now}, r.kind, r.conversation_id
      from moved, json_to_recordset(${jsonRows(rows)}) as r ("offset" integer, kind text, conversation_id uuid)
      returning seq, conversation_id
    ), stamped as (
      update conversations c set changed_seq = t.seq
      from (select conversation_id, max(seq) as seq from told where conversation_id is not null group by 1) t
      where c.workspace_id = ${workspaceId} and c.id = t.conversation_id
    ), first_told as (
      update messages m set told_seq = t.seq
      from (select conversation_id, max(seq) as seq from told where conversation_id is not null group by 1) t
      where m.workspace_id = ${workspaceId} and m.conversation_id = t.conversation_id
        and m.direction = 'outbound' and m.told_seq is null
    )
    select change_seq as seq, pg_notify(${CHANGED}, ${String(workspaceId)}) from moved`.execute(tx);
  return movedTo(result.rows);
}

/** A change whose number was reserved, and whose conversation was written with it. */
export interface ReservedChange extends Change {
  readonly seq: number;
}

/**
 * Takes numbers for changes that are written a moment later in the same transaction, so that a batch writes each
 * conversation once and not twice. Holds the workspace's row from here on: call it late. @returns the first of them
 */
export async function reserveChanges(tx: Tx, workspaceId: WorkspaceId, count: number): Promise<number> {
  const { rows } = await sql<{ seq: number }>`update workspaces set change_seq = change_seq + ${count}
    where id = ${workspaceId} returning change_seq as seq`.execute(tx);
  return movedTo(rows) - count + 1;
}

/** Whatever was written meanwhile goes with it: rows of a workspace that was removed would stay for ever. */
function movedTo([row]: readonly { readonly seq: number }[]): number {
  if (!row) throw new Error('The workspace was removed meanwhile.');
  return Number(row.seq);
}

/** Tells what was reserved. `hasOurs`: messages of ours are among it, which learn when they were told. */
export async function tellReserved(
  tx: Tx,
  workspaceId: WorkspaceId,
  changes: readonly ReservedChange[],
  hasOurs: boolean,
  now: Date,
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    with told as (
      insert into changes (workspace_id, seq, at, kind, conversation_id)
      select ${workspaceId}, r.seq, ${now}, r.kind, r."conversationId"
      from json_to_recordset(${jsonRows(changes)}) as r (seq bigint, kind text, "conversationId" uuid)
    ) select pg_notify(${CHANGED}, ${String(workspaceId)})`.execute(tx);
  if (hasOurs)
    await sql`update messages m set told_seq = r.seq
      from json_to_recordset(${jsonRows(changes)}) as r (seq bigint, "conversationId" uuid)
      where m.workspace_id = ${workspaceId} and m.conversation_id = r."conversationId" and m.direction = 'outbound' and m.told_seq is null`.execute(
      tx,
    );
}

export async function readSeq(db: Reader, workspaceId: WorkspaceId): Promise<number> {
  const row = await db.selectFrom('workspaces').select('change_seq').where('id', '=', workspaceId).executeTakeFirst();
  return Number(row?.change_seq ?? 0);
}
