import type { Attention } from '../core/conversation/states.ts';
import { CareError } from '../core/errors.ts';
import type { ConversationId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import { writeAttention } from '../storage/conversations/acts.ts';
import type { Database, Tx } from '../storage/database.ts';
import { storableText } from '../storage/rows.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { loadConversation } from './load-conversation.ts';
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
  return db.transaction(async (tx) => {
    await decideAttention(tx, who, input, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'attention', conversationId: input.conversationId }], now);
  });
}

/** The same inside a larger act, e.g. "send and mark answered". The caller records the change. */
export async function decideAttention(tx: Tx, who: Who, input: AttentionInput, now: Date): Promise<void> {
  const reason = input.reason?.trim() ? storableText(input.reason.trim()) : null;
  if (input.attention !== 'needs_answer' && !who.agentId)
    throw new CareError(
      'forbidden',
      'needs_a_human',
      'Only a person can decide that this needs no more answer. Sign in as an agent.',
    );
  if (input.attention === 'no_reply' && !reason)
    throw new CareError(
      'invalid',
      'reason_missing',
      'Say why this gets no reply; the reason is kept with the conversation.',
    );
  const before = await loadConversation(tx, who.workspaceId, input.conversationId);
  if (before.attention === input.attention && before.attention_reason === reason) return;
  const isWaiting = input.attention === 'needs_answer';
  await writeAttention(
    tx,
    { workspaceId: who.workspaceId, conversationId: input.conversationId },
    {
      attention: input.attention,
      reason,
      by: isWaiting ? null : who.agentId,
      at: now,
      waitingSince: isWaiting ? (before.waiting_since ?? before.last_inbound_at ?? now) : null,
    },
  );
  await addTimelineEvents(tx, who.workspaceId, [
    {
      conversationId: input.conversationId,
      at: now,
      actorKind: who.agentId ? 'agent' : 'system',
      actorId: who.agentId,
      kind: input.attention,
      detail: { ...(reason ? { reason } : {}), before: before.attention },
    },
  ]);
}
