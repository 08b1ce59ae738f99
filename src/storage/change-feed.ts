import { sql } from 'kysely';
import type { ConversationId, WorkspaceId } from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';

/** Older changes are forgotten: a browser that was away for longer reads afresh. In milliseconds. */
export const CHANGES_LAST_MS = 24 * 60 * 60 * 1000;

export interface ChangesRead {
  readonly changes: readonly {
    readonly seq: number;
    readonly kind: string;
    readonly conversationId: ConversationId | null;
  }[];
  /** The newest change of the workspace. */
  readonly seq: number;
  /** The oldest that is still kept; one more than `seq` when none is. */
  readonly oldest: number;
}

/** Changes after `after` (and up to `upTo`), in the order of their commits, at most `limit`. One statement, one snapshot. */
export async function readChanges(
  db: Reader,
  workspaceId: WorkspaceId,
  after: number,
  limit: number,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<ChangesRead> {
  const { rows } = await sql<{
    newest: number;
    oldest: number | null;
    seq: number | null;
    kind: string;
    conversation_id: ConversationId | null;
  }>`select w.change_seq as newest,
      (select o.seq from changes o where o.workspace_id = ${workspaceId} order by o.seq limit 1) as oldest, c.seq, c.kind, c.conversation_id
    from workspaces w left join lateral (
      select * from changes c where c.workspace_id = w.id and c.seq > ${after} and c.seq <= ${upTo} order by c.seq limit ${limit}) c on true
    where w.id = ${workspaceId} order by c.seq`.execute(db);
  const seq = Number(rows[0]?.newest ?? 0);
  return {
    changes: rows.flatMap((row) =>
      row.seq === null ? [] : [{ seq: Number(row.seq), kind: row.kind, conversationId: row.conversation_id }],
    ),
    seq,
    oldest: Number(rows[0]?.oldest ?? seq + 1),
  };
}

/** Forgets what is older than a day. @returns how many */
export async function pruneChanges(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('changes')
    .where('workspace_id', '=', workspaceId)
    .where('at', '<', new Date(now.getTime() - CHANGES_LAST_MS))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
