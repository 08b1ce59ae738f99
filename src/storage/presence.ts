import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../core/ids.ts';
import type { Place } from '../core/presence/board.ts';
import type { Database, Reader } from './database.ts';

/** The topic on which web nodes tell each other where people are. Nothing of it is kept. */
export const PRESENCE = 'earshot_presence';

export interface PresenceNotice extends Place {
  readonly workspaceId: WorkspaceId;
}

export async function tellPresence(db: Database, notice: PresenceNotice): Promise<void> {
  await db.alone((tx) => sql`select pg_notify(${PRESENCE}, ${JSON.stringify(notice)})`.execute(tx));
}

/** Which inbox a conversation belongs to; null: there is no such conversation here. */
export async function inboxOf(db: Reader, workspaceId: WorkspaceId, conversationId: string): Promise<InboxId | null> {
  const { rows } = await sql<{ id: InboxId }>`select inbox_id as id from conversations
    where workspace_id = ${workspaceId} and id = ${conversationId}::uuid`.execute(db);
  return rows[0]?.id ?? null;
}
