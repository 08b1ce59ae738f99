import { sql } from 'kysely';
import type { DeliveryEvent } from '../../core/channel/event.ts';
import type { ConversationId, ExternalMessageId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

export interface MovedMessage {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId | null;
}

/**
 * Which of these are no messages of ours yet, while some of this inbox are under way: the network may tell what became
 * of one before its own answer has told us the name.
 */
export async function namesToCome(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  ids: readonly ExternalMessageId[],
): Promise<readonly ExternalMessageId[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: ExternalMessageId }>`
    select r.id from json_array_elements_text(${JSON.stringify(ids)}::json) r (id)
    where exists (select from outbox o where o.workspace_id = ${workspaceId} and o.inbox_id = ${inboxId}
        and o.state in ('sending', 'unknown') and o.message_id is not null)
      and not exists (select from messages m
        where m.workspace_id = ${workspaceId} and m.inbox_id = ${inboxId} and m.external_id = r.id)`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * What became of our messages on the network. A state only moves forward (sent, delivered, read); `failed` wins over
 * sent. @returns the messages whose state changed
 */
export async function fileDelivery(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  delivery: DeliveryEvent,
): Promise<readonly MovedMessage[]> {
  const before = {
    delivered: ['sending', 'sent', 'unknown'],
    read: ['sending', 'sent', 'delivered', 'unknown'],
    failed: ['sending', 'sent', 'unknown'],
  }[delivery.status];
  const { rows } = await sql<MovedMessage>`
    update messages m set delivery = ${delivery.status}, delivery_detail = coalesce(${delivery.detail ?? null}, m.delivery_detail)
    where m.workspace_id = ${workspaceId} and m.inbox_id = ${inboxId} and m.direction = 'outbound' and m.delivery = any(${before}::text[])
      and (m.external_id = any(${[...delivery.ids]}::text[])
        or (${delivery.upTo ?? null}::timestamptz is not null and m.sent_at <= ${delivery.upTo ?? null} and m.external_id is not null
          and m.thread_id = (select id from threads where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and external_id = ${delivery.thread ?? null})))
    returning m.id as "messageId", m.conversation_id as "conversationId"`.execute(tx);
  return rows;
}
