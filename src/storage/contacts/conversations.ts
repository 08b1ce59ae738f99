import { sql } from 'kysely';
import type { ContactId, ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** Whoever looks at one of the newest of a person's conversations is told that something about the person changed. */
const TOLD = 100;

/** The newest first; what became part of another one comes last, since nobody reads there. */
export async function conversationsOfContact(
  db: Reader,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<readonly ConversationId[]> {
  const { rows } = await sql<{ id: ConversationId }>`select id from conversations
    where workspace_id = ${workspaceId} and contact_id = ${contactId}
    order by merged_into_id is not null, last_message_at desc limit ${TOLD}`.execute(db);
  return rows.map(({ id }) => id);
}
