import type { Attention } from '../core/conversation/states.ts';
import type { ConversationId } from '../core/ids.ts';
import type { Database, Tx } from '../storage/database.ts';
import { actOnOne, actOnOneWithin } from './act-on-one.ts';
import type { Who } from './who.ts';

export interface AttentionInput {
  readonly conversationId: ConversationId;
  readonly attention: Attention;
  readonly reason?: string | undefined;
}

/**
 * A person decides: answered, acknowledged, no reply (with a reason), or that it waits after all.
 * Throws `needs_a_human` for anybody who is not a person, `reason_missing`, `no_such_conversation`.
 */
export function setAttention(db: Database, who: Who, input: AttentionInput, now: Date): Promise<void> {
  return actOnOne(db, who, input.conversationId, asAct(input), now);
}

/** The same inside a larger act, e.g. "send and mark answered". The caller records the change. */
export async function decideAttention(tx: Tx, who: Who, input: AttentionInput, now: Date): Promise<void> {
  await actOnOneWithin(tx, who, input.conversationId, asAct(input), now);
}

const asAct = ({ attention, reason }: AttentionInput) => ({ do: 'attention' as const, attention, reason });
