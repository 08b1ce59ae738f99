import { CareError } from '../../core/errors.ts';
import type { MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Head } from '../../core/learning/own.ts';
import { type ChangedLabel, heardOf, type Said } from '../../core/second-opinion/opinion.ts';
import type { LeftBecause } from '../../core/second-opinion/settings.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { writeUnderstood } from '../../storage/learning/corrections.ts';
import { writeGist } from '../../storage/learning/gist.ts';
import { type AskedMessage, readAskedMessages } from '../../storage/second-opinion/messages.ts';
import { leaveOne, settleOne } from '../../storage/second-opinion/rows.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { gistNow } from '../learning/gist-now.ts';
import { loadConversation } from '../load-conversation.ts';

export interface Heard {
  readonly messageId: MessageId;
  readonly heads: readonly Head[];
  readonly asker: string;
  /** The text about which it was asked. */
  readonly text: string;
  readonly words: string;
  readonly model: string;
  readonly said: Said;
  readonly isCopy: boolean;
  readonly tookMs: number | null;
}

/**
 * Lays what a language model said over what the house understood, where nobody put it right meanwhile. It is no
 * correction: nothing learns from it, no rule takes it for news, and it does nothing by itself. Twice is once.
 */
export async function hearOpinion(db: Database, workspaceId: WorkspaceId, heard: Heard, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const message = await lockMessage(tx, workspaceId, heard.messageId);
    const why: LeftBecause | null =
      !message?.conversationId || message.isDeleted ? 'gone' : message.text === heard.text ? null : 'edited';
    if (why || !message?.conversationId || !message.understood) {
      await leaveOne(tx, workspaceId, { ...heard, why: why ?? 'gone' }, now);
      return;
    }
    const { conversationId } = message;
    const { understood, changed } = heardOf(message.understood, heard.said, heard.heads, heard.model);
    if (!(await settleOne(tx, workspaceId, { ...heard, changed }, now))) return;
    if (understood === message.understood) return;
    await writeUnderstood(tx, workspaceId, heard.messageId, understood);
    if (changed.length > 0) {
      await writeGist(tx, workspaceId, conversationId, await gistNow(tx, workspaceId, conversationId), false);
      await addTimelineEvents(tx, workspaceId, [toldOf(conversationId, heard, changed, now)]);
    }
    await recordChanges(tx, workspaceId, [{ kind: 'understood', conversationId }], now);
  });
}

/** With its conversation held. Null: it, or the conversation, is not there any more. */
async function lockMessage(tx: Tx, workspaceId: WorkspaceId, id: MessageId): Promise<AskedMessage | null> {
  const [where] = await readAskedMessages(tx, workspaceId, [id]);
  if (!where?.conversationId) return null;
  try {
    await loadConversation(tx, workspaceId, where.conversationId);
  } catch (error) {
    if (error instanceof CareError) return null;
    throw error;
  }
  // Read again under the lock: a colleague may have put it right, or moved it, meanwhile.
  const [message] = await readAskedMessages(tx, workspaceId, [id]);
  return message?.conversationId === where.conversationId ? message : null;
}

const toldOf = (
  conversationId: NonNullable<AskedMessage['conversationId']>,
  { messageId, model }: Heard,
  changed: readonly ChangedLabel[],
  now: Date,
) => ({
  conversationId,
  at: now,
  actorKind: 'bot' as const,
  actorId: null,
  kind: 'second_opinion',
  detail: { messageId, model, changed: changed.map(({ head, was, is }) => ({ head, was, is })) },
});
