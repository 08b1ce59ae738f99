import { sql } from 'kysely';
import type { ConversationId, MessageId, WorkspaceId } from '../../core/ids.ts';
import { authorName } from '../conversations/author-name.ts';
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
      ${authorName(workspaceId)} as "authorName"
    from json_array_elements_text(${JSON.stringify(ids)}::json) with ordinality as asked (id, place)
    join messages m on m.workspace_id = ${workspaceId} and m.id = asked.id::uuid order by asked.place`.execute(db);
  const found = await readConversationRows(db, workspaceId, [...new Set(rows.map((row) => row.conversationId))]);
  const conversations = new Map(found.map((row) => [row.id, row]));
  return rows.flatMap(({ conversationId, ...hit }) => {
    const conversation = conversations.get(conversationId);
    return conversation ? [{ ...hit, conversation }] : [];
  });
}
