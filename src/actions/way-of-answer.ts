import type { ConversationId, MessageId, WorkspaceId } from '../core/ids.ts';
import { wayKey } from '../core/reply/way-key.ts';
import { type ChannelLookup, type Way, type WayThread, waysOf } from '../core/reply/ways.ts';
import type { Tx } from '../storage/database.ts';
import { readTarget } from '../storage/outbox/targets.ts';
import { readWayFacts } from '../storage/ways.ts';

interface Answer {
  readonly kind: 'reply' | 'private_reply';
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly targetMessageId: MessageId | null;
}

/** The way by which an answer that was taken before goes out, as it stands now; none where it is not there any more. */
export async function wayOfAnswer(
  tx: Tx,
  workspaceId: WorkspaceId,
  { kind, conversationId, messageId, targetMessageId }: Answer,
  channels: ChannelLookup,
  now: Date,
): Promise<{ readonly way: Way | undefined; readonly thread: WayThread | undefined }> {
  const facts = await readWayFacts(tx, workspaceId, conversationId);
  const threadId = (await readTarget(tx, workspaceId, messageId))?.threadId;
  const key = wayKey(kind, kind === 'reply' ? threadId : targetMessageId);
  return {
    way: waysOf(facts, channels, now).find((one) => one.key === key),
    thread: facts.threads.find(({ id }) => id === threadId),
  };
}
