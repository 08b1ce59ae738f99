import type { OutgoingList } from '../../wire/replying.ts';

/** What a list shows of a conversation's answers: one was refused, or one of unknown outcome waits for somebody to look. */
export type Unsent = 'failed' | 'unclear';

/** Which conversations have something that did not go out. A refusal outweighs a doubt. */
export function unsentByConversation(acts: OutgoingList['items']): ReadonlyMap<string, Unsent> {
  const unsent = new Map<string, Unsent>();
  for (const { conversationId, state, awaitsPerson } of acts) {
    if (conversationId === null) continue;
    if (state === 'failed') unsent.set(conversationId, 'failed');
    else if (awaitsPerson && !unsent.has(conversationId)) unsent.set(conversationId, 'unclear');
  }
  return unsent;
}
