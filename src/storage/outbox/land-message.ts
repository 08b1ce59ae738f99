import { sql } from 'kysely';
import type {
  ConversationId,
  ExternalMessageId,
  InboxId,
  Json,
  MessageId,
  ThreadId,
  WorkspaceId,
} from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

export interface Landed {
  readonly messageId: MessageId;
  /** Where it stands now; a private reply stands in another inbox than it was sent from. */
  readonly inboxId: InboxId;
  readonly threadId: ThreadId | null;
  readonly externalId: ExternalMessageId;
  readonly remote: Json;
  readonly permalink?: string | null;
}

/**
 * Gives our message its name on the network. Where the network's echo of it was filed before we knew that name,
 * the two become one: ours, with what the echo knew.
 * @returns false, and changes nothing, when the name belongs to another message that we sent: then this one was not found
 */
export async function landMessage(tx: Tx, workspaceId: WorkspaceId, landed: Landed): Promise<boolean> {
  const { rows } = await sql<Echo>`
    select id, conversation_id, ledger_id, sent_at, exists (
        select from outbox o where o.workspace_id = ${workspaceId} and o.id = messages.id) as is_ours
    from messages
    where workspace_id = ${workspaceId} and inbox_id = ${landed.inboxId} and external_id = ${landed.externalId}
      and id <> ${landed.messageId} for update`.execute(tx);
  if (rows[0]?.is_ours) return false;
  if (rows[0]) await mergeEcho(tx, workspaceId, rows[0], landed.messageId);
  await sql`update messages set external_id = ${landed.externalId}, inbox_id = ${landed.inboxId},
      thread_id = coalesce(${landed.threadId}::uuid, thread_id),
      delivery = case when delivery in ('delivered', 'read') then delivery else 'sent' end, delivery_detail = null,
      remote = coalesce(${landed.remote === null ? null : storableJson(landed.remote)}::jsonb, remote),
      permalink = coalesce(${landed.permalink ?? null}::text, permalink)
    where workspace_id = ${workspaceId} and id = ${landed.messageId}`.execute(tx);
  return true;
}

/** It was accepted, but under no name that we know: a person said so. */
export async function landNameless(tx: Tx, workspaceId: WorkspaceId, messageId: MessageId): Promise<void> {
  await sql`update messages set delivery = case when delivery in ('delivered', 'read') then delivery else 'sent' end, delivery_detail = null
    where workspace_id = ${workspaceId} and id = ${messageId}`.execute(tx);
}

interface Echo {
  readonly id: MessageId;
  readonly conversation_id: ConversationId | null;
  readonly ledger_id: number | null;
  readonly sent_at: Date;
  readonly is_ours: boolean;
}

async function mergeEcho(tx: Tx, workspaceId: WorkspaceId, echo: Echo, ours: MessageId): Promise<void> {
  // Reactions and early changes hang on the external id, which stays; what hangs on the echo's own id moves.
  await sql`update message_versions set message_id = ${ours} where workspace_id = ${workspaceId} and message_id = ${echo.id}`.execute(
    tx,
  );
  await sql`update outbox set target_message_id = ${ours} where workspace_id = ${workspaceId} and target_message_id = ${echo.id}`.execute(
    tx,
  );
  await sql`update media set state = 'deleted', url = null where workspace_id = ${workspaceId} and message_id = ${echo.id}`.execute(
    tx,
  );
  if (echo.ledger_id !== null)
    await sql`update ledger set outcome = replace(outcome::text, ${echo.id}::text, ${ours}::text)::jsonb
      where workspace_id = ${workspaceId} and id = ${echo.ledger_id} and outcome is not null`.execute(tx);
  if (echo.conversation_id) {
    await sql`update conversations set message_count = greatest(message_count - 1, 0),
        answered_elsewhere_at = case when answered_elsewhere_at = ${echo.sent_at} then null else answered_elsewhere_at end
      where workspace_id = ${workspaceId} and id = ${echo.conversation_id}`.execute(tx);
    await sql`delete from timeline_events where workspace_id = ${workspaceId} and conversation_id = ${echo.conversation_id}
      and kind = 'answered_elsewhere' and detail ->> 'messageId' = ${echo.id}::text`.execute(tx);
  }
  await sql`
    with gone as (
      delete from messages where workspace_id = ${workspaceId} and id = ${echo.id}
      returning delivery, remote, permalink, edited_at, deleted_at, hidden_at, text
    )
    update messages m set permalink = coalesce(gone.permalink, m.permalink), remote = coalesce(gone.remote, m.remote),
      edited_at = gone.edited_at, deleted_at = gone.deleted_at, hidden_at = gone.hidden_at,
      delivery = case when gone.delivery in ('delivered', 'read') then gone.delivery else m.delivery end,
      text = case when gone.edited_at is not null or gone.deleted_at is not null then gone.text else m.text end
    from gone where m.workspace_id = ${workspaceId} and m.id = ${ours}`.execute(tx);
}
