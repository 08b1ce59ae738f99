import { sql } from 'kysely';
import type { AgentId, Json, MacroId, SavedReplyId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';
import { unlessTaken } from '../unless-taken.ts';
import { mine, type Written } from './saved-replies.ts';

export interface MacroRow {
  readonly id: MacroId;
  readonly name: string;
  readonly isShared: boolean;
  readonly ownerId: AgentId | null;
  readonly replyId: SavedReplyId | null;
  readonly acts: Json;
  readonly uses: number;
}
export type MacroWords = Omit<MacroRow, 'id' | 'uses'>;

const COLUMNS = sql`id, name, is_shared as "isShared", owner_id as "ownerId", reply_id as "replyId", acts, uses`;

/** The most used first. */
export async function listMacros(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId | null,
): Promise<readonly MacroRow[]> {
  const { rows } = await sql<MacroRow>`select ${COLUMNS} from macros
    where workspace_id = ${workspaceId} and ${mine(agentId)} order by uses desc, lower(name), id limit 1000`.execute(
    db,
  );
  return rows;
}

/** Held until the transaction ends. */
export async function lockMacro(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId | null,
  id: MacroId,
): Promise<MacroRow | null> {
  const { rows } = await sql<MacroRow>`select ${COLUMNS} from macros
    where workspace_id = ${workspaceId} and id = ${id} and ${mine(agentId)} for update`.execute(tx);
  return rows[0] ?? null;
}

export async function insertMacro(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MacroId,
  words: MacroWords,
  now: Date,
): Promise<Written> {
  const { rows } = await sql`
    insert into macros (workspace_id, id, name, is_shared, owner_id, reply_id, acts, created_at, changed_at)
    values (${workspaceId}, ${id}, ${storableText(words.name)}, ${words.isShared}, ${words.ownerId}, ${words.replyId},
      ${storableJson(words.acts)}::jsonb, ${now}, ${now})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length > 0) return 'written';
  const same = await sql`select 1 from macros where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return same.rows.length > 0 ? 'there' : 'taken';
}

/** False: another one has this name. */
export async function updateMacro(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MacroId,
  words: MacroWords,
  now: Date,
): Promise<boolean> {
  return unlessTaken(tx, () =>
    sql`update macros set name = ${storableText(words.name)}, is_shared = ${words.isShared}, owner_id = ${words.ownerId},
      reply_id = ${words.replyId}, acts = ${storableJson(words.acts)}::jsonb, changed_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx),
  );
}

export async function deleteMacro(tx: Tx, workspaceId: WorkspaceId, id: MacroId): Promise<void> {
  await sql`delete from macros where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function countMacroUse(tx: Tx, workspaceId: WorkspaceId, id: MacroId, now: Date): Promise<void> {
  await sql`update macros set uses = uses + 1, used_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`.execute(
    tx,
  );
}
