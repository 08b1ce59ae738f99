import type { ChosenTemplate } from '../core/channel/outgoing.ts';
import { CareError } from '../core/errors.ts';
import type { ConversationId } from '../core/ids.ts';
import type { StoredAct, StoredContent, StoredTarget } from '../core/outgoing/stored.ts';
import type { Way, WayThread } from '../core/reply/ways.ts';
import type { Tx } from '../storage/database.ts';
import { readChain, readTarget, readTargetThread } from '../storage/outbox/targets.ts';
import type { Who } from './who.ts';

interface Wanted {
  readonly way: Way;
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly subject?: string;
  readonly template?: ChosenTemplate;
  readonly choices?: readonly string[];
  readonly files: StoredContent['attachments'];
}

/** An answer with everything its connector needs, so that what goes out is the same at every try. */
export async function freezeReply(
  tx: Tx,
  who: Who,
  { way, conversationId, text, subject, template, choices, files }: Wanted,
  threads: readonly WayThread[],
): Promise<{ readonly act: StoredAct; readonly parentExternalId: string | null }> {
  const content: StoredContent = {
    text,
    ...(subject ? { subject } : {}),
    ...(template ? { template } : {}),
    ...(choices ? { choices } : {}),
    attachments: files,
  };
  const target = way.inReplyTo ? await targetOf(tx, who, way) : null;
  if (way.kind === 'private_reply') {
    if (!target) throw gone();
    return { act: { kind: 'private_reply', to: target, content }, parentExternalId: null };
  }
  const thread = await readTargetThread(tx, who.workspaceId, way.threadId, conversationId);
  if (!thread) throw gone();
  const place = threads.find(({ id }) => id === way.threadId);
  return {
    act: {
      kind: 'reply',
      thread,
      inReplyTo: target,
      references: place?.kind === 'mail' ? await readChain(tx, who.workspaceId, way.threadId) : [],
      content,
      lastInboundAt: place?.lastInboundAt?.toISOString() ?? null,
      isByHuman: who.agentId !== null,
    },
    // Only below a public post do answers hang from one message.
    parentExternalId: way.reach === 'owned_private' ? null : (target?.id ?? null),
  };
}

async function targetOf(tx: Tx, who: Who, way: Way): Promise<StoredTarget | null> {
  return way.inReplyTo ? ((await readTarget(tx, who.workspaceId, way.inReplyTo))?.target ?? null) : null;
}

const gone = () => new CareError('conflict', 'gone', 'What you answer is not there any more. Reload the conversation.');
