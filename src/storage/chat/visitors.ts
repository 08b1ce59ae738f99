import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

/** Somebody who writes in our own chat. */
export interface ChatVisitor {
  readonly id: string;
  readonly inboxId: InboxId;
  readonly name: string | null;
  readonly email: string | null;
  readonly seenAt: Date;
}

export async function addVisitor(
  tx: Tx,
  workspaceId: WorkspaceId,
  visitor: { readonly id: string; readonly inboxId: InboxId; readonly tokenHash: Uint8Array },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('chat_visitors')
    .values({
      workspace_id: workspaceId,
      id: visitor.id,
      inbox_id: visitor.inboxId,
      token_hash: visitor.tokenHash,
      name: null,
      email: null,
      created_at: now,
      seen_at: now,
    })
    .execute();
}

/** Null: nobody of this inbox has this token. */
export async function findVisitor(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  tokenHash: Uint8Array,
): Promise<ChatVisitor | null> {
  const row = await db
    .selectFrom('chat_visitors')
    .select(['id', 'inbox_id as inboxId', 'name', 'email', 'seen_at as seenAt'])
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', Buffer.from(tokenHash))
    .where('inbox_id', '=', inboxId)
    .executeTakeFirst();
  return row ?? null;
}

/** What they say of themselves stays until they say something else. */
export async function noteVisitor(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  said: { readonly name: string | null; readonly email: string | null },
  now: Date,
): Promise<void> {
  await sql`update chat_visitors set name = coalesce(${said.name}::text, name), email = coalesce(${said.email}::text, email),
      seen_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Whether an agent was at the desk since then. */
export async function isAnybodyThere(db: Reader, workspaceId: WorkspaceId, since: Date): Promise<boolean> {
  const { rows } = await sql`select 1 from sessions s
    join agents a on a.workspace_id = ${workspaceId} and a.id = s.agent_id and a.deactivated_at is null
    where s.workspace_id = ${workspaceId} and s.last_seen_at > ${since} and s.expires_at > ${since} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
