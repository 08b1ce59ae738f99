import type { SendOutcome } from '../core/channel/outgoing.ts';
import type { InboxId, ThreadId, WorkspaceId } from '../core/ids.ts';
import type { StoredAct } from '../core/outgoing/stored.ts';
import type { ChannelLookup } from '../core/reply/ways.ts';
import { foldForSearch } from '../core/text/fold.ts';
import type { Change } from '../storage/changes.ts';
import type { Tx } from '../storage/database.ts';
import { mirrorDeletion, mirrorEdit, mirrorVisibility } from '../storage/filing/mirror.ts';
import { fileReactions } from '../storage/filing/reactions.ts';
import { mirrorHitDeletion } from '../storage/listening/mirror-hit.ts';
import { readChannelOf } from '../storage/outbox/inboxes.ts';
import { landMessage, landNameless } from '../storage/outbox/land-message.ts';
import { landPost } from '../storage/outbox/land-post.ts';
import { placePrivateReply } from '../storage/outbox/place-private-reply.ts';
import type { OutgoingRow } from '../storage/outbox/rows.ts';
import { settleSent } from '../storage/outbox/settle.ts';
import { noteLeft } from '../storage/outbox/take-back.ts';
import { applyEarlyChanges } from './file/apply-early-changes.ts';

type Accepted = SendOutcome & { readonly kind: 'accepted' };

/**
 * The network took it: what it does shows at once, without waiting for the network to tell us.
 * Null, with nothing changed: the network named another message of ours, so what became of this one is not known.
 */
export async function landAct(
  tx: Tx,
  workspaceId: WorkspaceId,
  row: OutgoingRow,
  accepted: Accepted,
  channels: ChannelLookup,
  now: Date,
): Promise<readonly Change[] | null> {
  const { act } = row;
  const remote = accepted.remote ?? null;
  const isAnswer = act.kind === 'reply' || act.kind === 'private_reply';
  const changes = isAnswer ? await landOwn(tx, workspaceId, row, accepted, now) : [];
  if (!changes) return null;
  if (isAnswer && row.notBefore > row.createdAt) await noteLeft(tx, workspaceId, row.id);
  await settleSent(tx, workspaceId, row.id, { externalId: accepted.id ?? null, remote }, now);
  if (isAnswer) return changes;
  if (act.kind === 'publish' || act.kind === 'quote') {
    if (accepted.id)
      await landPost(tx, workspaceId, { ...row, content: act.content, externalId: accepted.id, remote }, now);
    return [];
  }
  await mirror(tx, workspaceId, row.inboxId, act, await reactionOf(tx, workspaceId, row, channels), now);
  return [];
}

async function landOwn(
  tx: Tx,
  workspaceId: WorkspaceId,
  row: OutgoingRow,
  accepted: Accepted,
  now: Date,
): Promise<readonly Change[] | null> {
  const { messageId, conversationId } = row;
  if (!messageId) return [];
  if (!accepted.id) {
    await landNameless(tx, workspaceId, messageId);
    return [];
  }
  const { thread } = accepted;
  const line = thread && { channel: thread.channel, thread: thread.id, counterpartId: thread.counterpartId };
  const moved =
    line && conversationId
      ? await placePrivateReply(tx, workspaceId, { actId: row.id, inboxId: row.inboxId, conversationId }, line, now)
      : null;
  const place: { inboxId: InboxId; threadId: ThreadId | null } = moved ?? { inboxId: row.inboxId, threadId: null };
  const isOurs = await landMessage(tx, workspaceId, {
    messageId,
    ...place,
    externalId: accepted.id,
    remote: accepted.remote ?? null,
  });
  if (!isOurs) return null;
  return applyEarlyChanges(tx, workspaceId, [{ inboxId: place.inboxId, externalId: accepted.id }], now);
}

async function reactionOf(tx: Tx, workspaceId: WorkspaceId, row: OutgoingRow, channels: ChannelLookup) {
  const isLike = row.kind === 'like' || row.kind === 'unlike';
  const channel = await readChannelOf(tx, workspaceId, row.inboxId);
  const acts = channel ? channels(channel)?.capabilities.acts : undefined;
  return isLike ? (acts?.like?.reaction ?? '👍') : (acts?.repost?.reaction ?? 'repost');
}

type Mirrored = Exclude<StoredAct, { kind: 'reply' | 'private_reply' | 'publish' | 'quote' }>;

async function mirror(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  act: Mirrored,
  reaction: string,
  now: Date,
): Promise<void> {
  const target = { inboxId, externalId: act.target.id, at: now };
  switch (act.kind) {
    case 'edit': {
      const { text } = act.content;
      const words = { text, search: foldForSearch(text), content: {}, ledgerId: null };
      await mirrorEdit(tx, workspaceId, { ...target, ...words });
      return;
    }
    case 'delete':
      await mirrorDeletion(tx, workspaceId, target, now);
      await mirrorHitDeletion(tx, workspaceId, target, now);
      return;
    case 'hide':
    case 'unhide':
      await mirrorVisibility(tx, workspaceId, { ...target, isHidden: act.kind === 'hide' });
      return;
    default: {
      const isRemoved = act.kind === 'unlike' || act.kind === 'unrepost';
      await fileReactions(tx, workspaceId, [
        { inboxId, target: act.target.id, by: 'business', reaction, isRemoved, at: now },
      ]);
    }
  }
}
