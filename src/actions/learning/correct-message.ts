import { noSuch } from '../../core/access/no-such.ts';
import { CareError } from '../../core/errors.ts';
import type { MessageId } from '../../core/ids.ts';
import { asText, labelsOf, told, withOpinion } from '../../core/learning/labels-of.ts';
import type { Head } from '../../core/learning/own.ts';
import { notUnderstood } from '../../core/understanding/not-understood.ts';
import type { Understood } from '../../core/understanding/understood.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database, Tx } from '../../storage/database.ts';
import {
  insertCorrection,
  readCorrected,
  readModelOpinion,
  writeUnderstood,
} from '../../storage/learning/corrections.ts';
import { writeGist } from '../../storage/learning/gist.ts';
import { readUnderstandingSettings } from '../../storage/learning/settings.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { loadConversation } from '../load-conversation.ts';
import { requireRightOn } from '../require-right.ts';
import { toldBy } from '../told-by.ts';
import type { Who } from '../who.ts';
import { gistNow } from './gist-now.ts';

export interface CorrectionInput {
  readonly messageId: MessageId;
  readonly head: Head;
  /** Null: what the models said stands again. */
  readonly label: string | null;
}

/**
 * A person says what a message is. Everything that follows from it is decided anew, and the workspace's own model learns
 * from it. The same said twice is one correction. Throws `no_such_message`, `not_theirs`, `no_such_label`, `merged`.
 */
export function correctMessage(db: Database, who: Who, input: CorrectionInput, now: Date): Promise<Understood> {
  const { workspaceId } = who;
  const { messageId, head, label } = input;
  return db.transaction(async (tx) => {
    const where = await readCorrected(tx, workspaceId, messageId);
    if (!where?.conversationId) throw noSuch('message');
    requireRightOn(who, where.inboxId, 'answer');
    const conversationId = where.conversationId;
    await loadConversation(tx, workspaceId, conversationId);
    // Read again under the lock: a colleague may have put it right, or moved it, meanwhile.
    const message = await readCorrected(tx, workspaceId, messageId);
    if (!message || message.conversationId !== conversationId) throw noSuch('message');
    if (message.direction !== 'inbound' || message.isDeleted) throw notTheirs();
    // From before there was understanding: a person may be the first to say what it is.
    const understood =
      message.understood ?? notUnderstood('', { isPrivate: false, likelyLanguage: null, rating: null });

    const before = understood[head];
    const isCorrected = before.by === 'agent';
    if (label === null ? !isCorrected : isCorrected && asText(before) === label) return understood;
    if (label !== null) await refuseUnknown(tx, who, head, label);
    const opinion = isCorrected ? ((await readModelOpinion(tx, workspaceId, messageId, head)) ?? before) : before;
    const after = withOpinion(understood, head, label === null ? opinion : told(head, label));

    await writeUnderstood(tx, workspaceId, messageId, after);
    const from = asText(before);
    const correction = { messageId, conversationId, head, from, to: label, opinion, agentId: who.agentId };
    await insertCorrection(tx, workspaceId, correction, now);
    await writeGist(tx, workspaceId, conversationId, await gistNow(tx, workspaceId, conversationId));
    await addTimelineEvents(tx, workspaceId, [
      {
        conversationId,
        ...toldBy(who, now),
        kind: label === null ? 'uncorrected' : 'corrected',
        detail: { messageId, head, was: from, is: asText(after[head]) },
      },
    ]);
    await recordChanges(tx, workspaceId, [{ kind: 'understood', conversationId }], now);
    return after;
  });
}

async function refuseUnknown(tx: Tx, { workspaceId }: Who, head: Head, label: string): Promise<void> {
  const { topics } = await readUnderstandingSettings(tx, workspaceId);
  if (!labelsOf(head, topics).includes(label))
    throw new CareError('invalid', 'no_such_label', `“${label}” is nothing that a message can be. Choose another one.`);
}

const notTheirs = () => new CareError('invalid', 'not_theirs', 'Only what customers said can be put right.');
