import type { AgentId, ConversationId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { actOnOne } from './act-on-one.ts';
import type { Who } from './who.ts';

/** Gives it to an agent, or to nobody. Throws `no_such_agent`, `no_such_conversation`. */
export function assignConversation(
  db: Database,
  who: Who,
  input: { readonly conversationId: ConversationId; readonly agentId: AgentId | null },
  now: Date,
): Promise<void> {
  return actOnOne(db, who, input.conversationId, { do: 'assign', agentId: input.agentId }, now);
}
