import type { Selectable } from 'kysely';
import type { AgentId, ConversationId, MessageId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import type { ConversationsTable } from '../tables/conversations.ts';

export type StoredConversation = Selectable<ConversationsTable>;

interface Place {
  readonly workspaceId: WorkspaceId;
  readonly conversationId: ConversationId;
}

/** The conversation, locked until the transaction ends. Undefined: there is none. */
export function lockConversation(
  tx: Tx,
  { workspaceId, conversationId }: Place,
): Promise<StoredConversation | undefined> {
  return tx
    .selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', conversationId)
    .forUpdate()
    .executeTakeFirst();
}

/** False: it does not wait, or somebody looked at it before. */
export async function markOpened(tx: Tx, place: Place, by: AgentId, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await update(tx, place)
    .set({ opened_at: at, opened_by: by })
    .where('attention', '=', 'needs_answer')
    .where('opened_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface NewNote {
  readonly id: MessageId;
  readonly agentId: AgentId | null;
  readonly text: string;
  readonly search: string;
  readonly at: Date;
  readonly mentions: { readonly agents: readonly AgentId[]; readonly teams: readonly TeamId[] };
}

/** False: a note with this id is there already. */
export async function insertNote(tx: Tx, conversation: StoredConversation, note: NewNote): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('messages')
    .values({
      workspace_id: conversation.workspace_id,
      id: note.id,
      inbox_id: conversation.inbox_id,
      conversation_id: conversation.id,
      agent_id: note.agentId,
      direction: 'note',
      reach: 'owned_private',
      text: note.text,
      search: note.search,
      mentions: JSON.stringify(note.mentions),
      sent_at: note.at,
      received_at: note.at,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

function update(tx: Tx, { workspaceId, conversationId }: Place) {
  return tx.updateTable('conversations').where('workspace_id', '=', workspaceId).where('id', '=', conversationId);
}
