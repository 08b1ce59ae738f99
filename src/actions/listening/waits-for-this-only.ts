import type { Tx } from '../../storage/database.ts';
import { loadConversation } from '../load-conversation.ts';
import type { Who } from '../who.ts';
import type { Taken } from './take-up-within.ts';

/** Whether nothing else was said there: whoever acts on a board has seen no more than this one post. */
export async function waitsForThisOnly(tx: Tx, who: Who, { conversationId, isNew }: Taken): Promise<boolean> {
  if (!isNew) return false;
  const { message_count: said } = await loadConversation(tx, who.workspaceId, conversationId);
  return said === 1;
}
