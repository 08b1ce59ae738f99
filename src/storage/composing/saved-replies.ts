import { sql } from 'kysely';
import type { Variant } from '../../core/composing/choose-variant.ts';
import type { AgentId, SavedReplyId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';
import { unlessTaken } from '../unless-taken.ts';

export interface SavedReplyRow {
  readonly id: SavedReplyId;
  readonly title: string;
  readonly shortcut: string | null;
  readonly isShared: boolean;
  readonly ownerId: AgentId | null;
  readonly variants: readonly Variant[];
  readonly uses: number;
}
export type SavedReplyWords = Omit<SavedReplyRow, 'id' | 'uses'>;

const COLUMNS = sql`id, title, shortcut, is_shared as "isShared", owner_id as "ownerId", variants, uses`;
/** One's own and the shared ones; nobody else's are there. */
export const mine = (agentId: AgentId | null) => sql`(is_shared or owner_id = ${agentId}::uuid)`;

/** The most used first. */
export async function listSavedReplies(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId | null,
): Promise<readonly SavedReplyRow[]> {
  const { rows } = await sql<SavedReplyRow>`select ${COLUMNS} from saved_replies
    where workspace_id = ${workspaceId} and ${mine(agentId)} order by uses desc, lower(title), id limit 2000`.execute(
    db,
  );
  return rows;
}

export async function readSavedReply(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId | null,
  id: SavedReplyId,
): Promise<SavedReplyRow | null> {
  const { rows } = await sql<SavedReplyRow>`select ${COLUMNS} from saved_replies
    where workspace_id = ${workspaceId} and id = ${id} and ${mine(agentId)}`.execute(db);
  return rows[0] ?? null;
}

export async function lockSavedReply(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId | null,
  id: SavedReplyId,
): Promise<SavedReplyRow | null> {
  const { rows } = await sql<SavedReplyRow>`select ${COLUMNS} from saved_replies
    where workspace_id = ${workspaceId} and id = ${id} and ${mine(agentId)} for update`.execute(tx);
  return rows[0] ?? null;
}

/** `taken`: another one has this shortcut. `there`: the id was given before. */
export type Written = 'written' | 'taken' | 'there';

export async function insertSavedReply(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: SavedReplyId,
  words: SavedReplyWords,
  now: Date,
): Promise<Written> {
  // Whatever is in the way, the statement says so without breaking the transaction; what it was is read after it.
  const { rows } = await sql`
    insert into saved_replies (workspace_id, id, title, shortcut, is_shared, owner_id, variants, created_at, changed_at)
    values (${workspaceId}, ${id}, ${storableText(words.title)}, ${words.shortcut}, ${words.isShared}, ${words.ownerId},
      ${storableJson(words.variants)}::jsonb, ${now}, ${now})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length > 0) return 'written';
  const same = await sql`select 1 from saved_replies where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return same.rows.length > 0 ? 'there' : 'taken';
}

/** False: another one has this shortcut. */
export async function updateSavedReply(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: SavedReplyId,
  words: SavedReplyWords,
  now: Date,
): Promise<boolean> {
  return unlessTaken(tx, () =>
    sql`update saved_replies set title = ${storableText(words.title)}, shortcut = ${words.shortcut}, is_shared = ${words.isShared},
      owner_id = ${words.ownerId}, variants = ${storableJson(words.variants)}::jsonb, changed_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx),
  );
}

/** Macros that began with it go on without words. @param keeper may go on using it in macros of their own */
export async function takeFromMacros(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: SavedReplyId,
  keeper: AgentId | null,
): Promise<void> {
  await sql`update macros set reply_id = null where workspace_id = ${workspaceId} and reply_id = ${id}
    and (is_shared or owner_id is distinct from ${keeper}::uuid)`.execute(tx);
}

export async function deleteSavedReply(tx: Tx, workspaceId: WorkspaceId, id: SavedReplyId): Promise<void> {
  await takeFromMacros(tx, workspaceId, id, null);
  await sql`delete from saved_replies where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Nobody counts what they cannot see. False: it is not there for them. */
export async function countUse(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId | null,
  id: SavedReplyId,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`update saved_replies set uses = uses + 1, used_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id} and ${mine(agentId)} returning id`.execute(tx);
  return rows.length > 0;
}
