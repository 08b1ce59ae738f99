import { sql } from 'kysely';
import type { ConversationId, WorkspaceId } from '../core/ids.ts';
import type { Tx } from './database.ts';

/** Conversations whose snooze is over, awake now; a batch at most. */
export async function wakeSnoozed(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  limit: number,
): Promise<readonly { readonly id: ConversationId; readonly snoozedUntil: Date }[]> {
  const { rows } = await sql<{ id: ConversationId; snoozedUntil: Date }>`
    with due as (
      select id, snoozed_until from conversations
      where workspace_id = ${workspaceId} and snoozed_until <= ${now} order by snoozed_until limit ${limit} for update skip locked
    )
    update conversations c set snoozed_until = null, triage_at = least(c.triage_at, 'epoch') from due
    where c.workspace_id = ${workspaceId} and c.id = due.id returning c.id, due.snoozed_until as "snoozedUntil"`.execute(
    tx,
  );
  return rows;
}

/** Inboxes whose token has ended. @returns how many that is news for */
export async function expireTokens(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update inboxes set state = 'needs_login', state_since = ${now}, state_detail = 'The token of this inbox has ended. Connect it again.'
    where workspace_id = ${workspaceId} and removed_at is null and state in ('connected', 'trouble') and token_expires_at <= ${now}`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Files that were uploaded and neither sent nor part of a draft; their bytes are removed as those of deleted messages are. */
export async function dropUnusedUploads(tx: Tx, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await sql`update media set state = 'deleted' where workspace_id = ${workspaceId} and state = 'stored'
    and message_id is null and url is null and part is null and created_at < ${before}
    and not exists (select from drafts d where d.workspace_id = ${workspaceId} and media.id = any(d.attachments))`.execute(
    tx,
  );
}
