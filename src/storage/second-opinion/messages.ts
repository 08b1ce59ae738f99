import { sql } from 'kysely';
import type { ConversationId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Understood } from '../../core/understanding/understood.ts';
import type { Reader } from '../database.ts';
import { withUnderstood } from '../packed-understood.ts';

/** A message about which it is asked, as it stands now. */
export interface AskedMessage {
  readonly id: MessageId;
  readonly conversationId: ConversationId | null;
  readonly text: string;
  readonly language: string | null;
  readonly isPrivate: boolean;
  readonly isDeleted: boolean;
  readonly understood: Understood | null;
}

export async function readAskedMessages(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly MessageId[],
): Promise<readonly AskedMessage[]> {
  const { rows } = await sql<Omit<AskedMessage, 'understood'> & { readonly understood: string | null }>`
    select id, conversation_id as "conversationId", text, language, reach = 'owned_private' as "isPrivate",
      deleted_at is not null as "isDeleted", understood
    from messages where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(db);
  return withUnderstood(rows);
}
