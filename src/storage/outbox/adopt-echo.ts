import { sql } from 'kysely';
import type { MessageEvent } from '../../core/channel/event.ts';
import type { ConversationId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Our own answer coming back from the network before its outcome was recorded: found by our mark, else as the one
 * message on its way in the same thread with the same words. It learns its external id and is sent. Null: not ours.
 */
export async function adoptEcho(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  event: MessageEvent,
): Promise<{ readonly messageId: MessageId; readonly conversationId: ConversationId | null } | null> {
  const mark = event.mark && UUID.test(event.mark) ? event.mark : null;
  const { rows } = await sql<{ id: MessageId; conversation_id: ConversationId | null }>`
    update messages m set external_id = ${event.id}, delivery = case when m.delivery in ('delivered', 'read') then m.delivery else 'sent' end,
      delivery_detail = null, permalink = coalesce(m.permalink, ${event.permalink ?? null})
    where m.workspace_id = ${workspaceId} and m.id = (
      select o.id from messages o
      left join outbox x on x.workspace_id = ${workspaceId} and x.message_id = o.id
      left join threads t on t.workspace_id = ${workspaceId} and t.id = o.thread_id
      where o.workspace_id = ${workspaceId} and o.inbox_id = ${inboxId} and o.direction = 'outbound' and o.external_id is null
        and (x.id = ${mark}::uuid or o.id = ${mark}::uuid
          or (${mark}::uuid is null and o.delivery in ('sending', 'unknown') and t.external_id = ${event.thread.id} and btrim(o.text) = btrim(${event.content.text})))
      order by o.sent_at limit 1)
    returning m.id, m.conversation_id`.execute(tx);
  const [row] = rows;
  return row ? { messageId: row.id, conversationId: row.conversation_id } : null;
}
