import { sql } from 'kysely';
import type { AgentId, ConversationId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Tx } from '../database.ts';
import { storableText } from '../rows.ts';

export interface SaidMeanwhile {
  readonly id: MessageId;
  readonly agentId: AgentId | null;
  /** Null: written in the network's own app, or by a machine. */
  readonly agentName: string | null;
  readonly text: string;
  readonly sentAt: Date;
}

/**
 * What others of ours said in this conversation after the change `seq`: colleagues, machines, and people in the network's
 * own app. @param visible the inboxes that whoever writes may see; null: all
 */
export async function saidSince(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  seq: number,
  byOther: AgentId | null,
  visible: readonly InboxId[] | null,
): Promise<readonly SaidMeanwhile[]> {
  const { rows } = await sql<SaidMeanwhile>`
    select m.id, m.agent_id as "agentId", a.name as "agentName", m.text, m.sent_at as "sentAt"
    from messages m left join agents a on a.workspace_id = m.workspace_id and a.id = m.agent_id
    where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversationId} and m.direction = 'outbound'
      and ${inInboxes(visible, 'm')} and m.told_seq > ${seq} and not m.is_history and m.deleted_at is null
      and coalesce(m.delivery, 'sent') not in ('failed', 'cancelled')
      and (m.agent_id is null or m.agent_id is distinct from ${byOther}::uuid)
    order by m.sent_at limit 20`.execute(tx);
  return rows;
}

/** Whether something arrived in the conversation after the change `seq`, which whoever read then has not seen. */
export async function hasNewsSince(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  seq: number,
): Promise<boolean> {
  const { rows } = await sql`select 1 from changes where workspace_id = ${workspaceId} and seq > ${seq}
    and conversation_id = ${conversationId} and kind = 'message' limit 1`.execute(tx);
  return rows.length > 0;
}

/** The conversation after something of ours was added to it. `writtenBy` null: by a machine, which responds to nobody. */
export async function noteOutbound(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ConversationId,
  said: { readonly preview: string; readonly writtenBy: AgentId | null },
  now: Date,
): Promise<void> {
  await sql`update conversations set last_outbound_at = ${now}, last_message_at = greatest(last_message_at, ${now}),
      preview = ${storableText(said.preview)}, message_count = message_count + 1,
      first_response_at = coalesce(first_response_at, case when ${said.writtenBy}::uuid is not null then ${now}::timestamptz end),
      first_response_by = case when first_response_at is null then ${said.writtenBy}::uuid else first_response_by end
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/**
 * An answer that never went out answers nothing: what it settled waits again, unless somebody settled it anew.
 * @returns true when the conversation waits again
 */
export async function takeBackAnswer(
  tx: Tx,
  workspaceId: WorkspaceId,
  unsent: { readonly conversationId: ConversationId; readonly markedAt: Date | null; readonly createdAt: Date },
  now: Date,
): Promise<boolean> {
  await sql`update conversations set first_response_at = null, first_response_by = null
    where workspace_id = ${workspaceId} and id = ${unsent.conversationId} and first_response_at = ${unsent.createdAt}`.execute(
    tx,
  );
  if (!unsent.markedAt) return false;
  const { numAffectedRows } = await sql`update conversations set attention = 'needs_answer', attention_reason = null,
      attention_by = null, attention_at = ${now}, waiting_since = coalesce(last_inbound_at, ${now})
    where workspace_id = ${workspaceId} and id = ${unsent.conversationId} and attention = 'answered'
      and attention_at <= ${unsent.markedAt}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}
