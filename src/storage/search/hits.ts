import { sql } from 'kysely';
import type { ConversationId, MessageId, WorkspaceId } from '../../core/ids.ts';
import { type ConversationRow, readConversationRows } from '../conversations/rows.ts';
import type { Reader } from '../database.ts';

export interface Hit {
  readonly messageId: MessageId;
  readonly conversation: ConversationRow;
  readonly authorName: string;
  readonly text: string;
  readonly sentAt: Date;
}

/** In the order of the ids. */
export async function readHits(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly MessageId[],
): Promise<readonly Hit[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<Hit, 'conversation'> & { readonly conversationId: ConversationId }>`
    select m.id as "messageId", m.conversation_id as "conversationId", m.text, m.sent_at as "sentAt",
      coalesce((select a.name from agents a where a.workspace_id = ${workspaceId} and a.id = m.agent_id),
        (select coalesce(i.name, i.handle, p.name) from identities i left join contacts p on p.workspace_id = i.workspace_id and p.id = i.contact_id
          where m.direction = 'inbound' and i.workspace_id = ${workspaceId} and i.id = m.identity_id),
        (select b.name from inboxes b where m.direction = 'outbound' and b.workspace_id = ${workspaceId} and b.id = m.inbox_id), '') as "authorName"
    from json_array_elements_text(${JSON.stringify(ids)}::json) with ordinality as asked (id, place)
    join messages m on m.workspace_id = ${workspaceId} and m.id = asked.id::uuid order by asked.place`.execute(db);
  const found = await readConversationRows(db, workspaceId, [...new Set(rows.map((row) => row.conversationId))]);
  const conversations = new Map(found.map((row) => [row.id, row]));
  return rows.flatMap(({ conversationId, ...hit }) => {
    const conversation = conversations.get(conversationId);
    return conversation ? [{ ...hit, conversation }] : [];
  });
}
