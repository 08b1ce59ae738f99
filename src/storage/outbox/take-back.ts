import { sql } from 'kysely';
import type { ConversationId, MediaId, MessageId, OutgoingId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { StoredConversation } from '../conversations/acts.ts';
import type { Tx } from '../database.ts';

/** What an answer changes in its conversation, as it was before. */
export const beforeAnswer = (row: StoredConversation) => ({
  preview: row.preview,
  lastOutboundAt: row.last_outbound_at?.toISOString() ?? null,
  lastMessageAt: row.last_message_at.toISOString(),
  attention: row.attention,
  attentionReason: row.attention_reason,
  attentionBy: row.attention_by,
  attentionAt: row.attention_at?.toISOString() ?? null,
  waitingSince: row.waiting_since?.toISOString() ?? null,
  openedAt: row.opened_at?.toISOString() ?? null,
  openedBy: row.opened_by,
  snoozedUntil: row.snoozed_until?.toISOString() ?? null,
});

export interface TakenBack {
  readonly threadId: ThreadId | null;
  readonly files: readonly MediaId[];
}

/** Removes our message that was never tried, and sets its files free. Null: it is not there. */
export async function removeUnsaid(tx: Tx, workspaceId: WorkspaceId, id: MessageId): Promise<TakenBack | null> {
  const { rows } = await sql<{ thread_id: ThreadId | null }>`delete from messages
    where workspace_id = ${workspaceId} and id = ${id} and direction = 'outbound' and external_id is null
    returning thread_id`.execute(tx);
  const [gone] = rows;
  if (!gone) return null;
  const files = await sql<{ id: MediaId }>`update media set message_id = null
    where workspace_id = ${workspaceId} and message_id = ${id} and state = 'stored' returning id`.execute(tx);
  return { threadId: gone.thread_id, files: files.rows.map((file) => file.id) };
}

/** The conversation as if the answer had never been given, as far as nothing else happened to it since. */
export async function restoreConversation(
  tx: Tx,
  workspaceId: WorkspaceId,
  taken: {
    readonly id: OutgoingId;
    readonly conversationId: ConversationId;
    readonly createdAt: Date;
    readonly markedAt: Date | null;
  },
  now: Date,
): Promise<void> {
  const { id, conversationId, createdAt, markedAt } = taken;
  await sql`
    with was as (
      select before ->> 'preview' as preview, (before ->> 'lastOutboundAt')::timestamptz as last_outbound_at,
        (before ->> 'lastMessageAt')::timestamptz as last_message_at
      from outbox where workspace_id = ${workspaceId} and id = ${id}
    )
    update conversations c set message_count = greatest(c.message_count - 1, 0),
      first_response_at = case when c.first_response_at = ${createdAt} then null else c.first_response_at end,
      first_response_by = case when c.first_response_at = ${createdAt} then null else c.first_response_by end,
      last_outbound_at = case when c.last_outbound_at = ${createdAt} then was.last_outbound_at else c.last_outbound_at end,
      preview = case when c.last_message_at = ${createdAt} then coalesce(was.preview, c.preview) else c.preview end,
      last_message_at = case when c.last_message_at = ${createdAt} then coalesce(was.last_message_at, c.last_message_at) else c.last_message_at end
    from was where c.workspace_id = ${workspaceId} and c.id = ${conversationId}`.execute(tx);
  if (!markedAt) return;
  // Answered by it, and by nothing else that is still to go out or went out.
  const owed = sql`c.workspace_id = ${workspaceId} and c.id = ${conversationId} and c.attention = 'answered' and not exists (
    select from outbox o where o.workspace_id = ${workspaceId} and o.conversation_id = ${conversationId} and o.id <> ${id}
      and o.marked_at >= c.attention_at and o.state not in ('failed', 'cancelled'))`;
  const asBefore = await sql`
    with was as (
      select before as b from outbox where workspace_id = ${workspaceId} and id = ${id} and before is not null
    )
    update conversations c set attention = was.b ->> 'attention', attention_reason = was.b ->> 'attentionReason',
      attention_by = (was.b ->> 'attentionBy')::uuid, attention_at = (was.b ->> 'attentionAt')::timestamptz,
      waiting_since = (was.b ->> 'waitingSince')::timestamptz, opened_at = (was.b ->> 'openedAt')::timestamptz,
      opened_by = (was.b ->> 'openedBy')::uuid, snoozed_until = (was.b ->> 'snoozedUntil')::timestamptz
    from was where ${owed} and c.attention_at = ${markedAt}`.execute(tx);
  if ((asBefore.numAffectedRows ?? 0n) > 0n) return;
  // Answered by an earlier one that never went out either.
  await sql`update conversations c set attention = 'needs_answer', attention_reason = null, attention_by = null,
      attention_at = ${now}, waiting_since = coalesce(c.last_inbound_at, ${now})
    where ${owed} and c.attention_at <= ${markedAt} and exists (
      select from outbox o where o.workspace_id = ${workspaceId} and o.conversation_id = ${conversationId}
        and o.marked_at = c.attention_at)`.execute(tx);
}

/** A chosen time moves. One conditional statement: the sender may be quicker. False: it has left, or was taken back. */
export async function moveSchedule(tx: Tx, workspaceId: WorkspaceId, id: OutgoingId, at: Date): Promise<boolean> {
  const { rows } = await sql`update outbox set not_before = ${at}, scheduled_for = ${at}, detail = null
    where workspace_id = ${workspaceId} and id = ${id} and state = 'queued' and attempts = 0 and scheduled_for is not null
    returning id`.execute(tx);
  return rows.length > 0;
}

/** An answer that did not leave as it was written counts from when it was first tried, anew since a person sent it again. */
export async function noteLeft(tx: Tx, workspaceId: WorkspaceId, id: OutgoingId): Promise<void> {
  await sql`
    with left_at as (
      select message_id, conversation_id, agent_id, first_tried_at as at from outbox
      where workspace_id = ${workspaceId} and id = ${id} and first_tried_at is not null
    ), said as (
      update messages m set sent_at = l.at from left_at l where m.workspace_id = ${workspaceId} and m.id = l.message_id
    )
    update conversations c set last_outbound_at = greatest(c.last_outbound_at, l.at), last_message_at = greatest(c.last_message_at, l.at),
      first_response_by = case when c.first_response_at is null then l.agent_id else c.first_response_by end,
      first_response_at = coalesce(c.first_response_at, case when l.agent_id is not null then l.at end)
    from left_at l where c.workspace_id = ${workspaceId} and c.id = l.conversation_id`.execute(tx);
}
