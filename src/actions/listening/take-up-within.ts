import { hasRight } from '../../core/access/inbox-rights.ts';
import type { MessageEvent } from '../../core/channel/event.ts';
import { CareError } from '../../core/errors.ts';
import type { ConversationId, MessageId } from '../../core/ids.ts';
import { needsIn } from '../../core/listening/needs.ts';
import { type Change, type ReservedChange, recordChanges, tellReserved } from '../../storage/changes.ts';
import type { Tx } from '../../storage/database.ts';
import { readFilingInboxes } from '../../storage/filing/inboxes.ts';
import { holdFiling } from '../../storage/ledger.ts';
import { markTakenUp } from '../../storage/listening/filing.ts';
import { type HeldHit, lockHit, markTakenUpBy } from '../../storage/listening/judging.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import type { Digest } from '../file/file-keys.ts';
import { fileMessages } from '../file/file-messages.ts';
import type { Placed } from '../file/parse-entries.ts';
import { wordsOf } from '../file/settle-hits.ts';
import { requireRightOn } from '../require-right.ts';
import { toldBy } from '../told-by.ts';
import type { Who } from '../who.ts';

export interface TakenUpHit {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
}
export interface Taken extends TakenUpHit {
  readonly hit: HeldHit;
  /** False: it was work before. */
  readonly isNew: boolean;
  readonly changes: readonly Change[];
  readonly reserved: readonly ReservedChange[];
}
export interface TakingAids {
  /** Hides what tells who is who, as filing does. */
  readonly digest?: Digest | undefined;
}

export const NOT_HERE = 'This post is not here (any more).';
export const GONE = 'It was deleted on its network.';
export const noSuchHit = () => new CareError('not_found', 'no_such_hit', NOT_HERE);

/**
 * Files what was overheard as if it had been said to us, and marks the hit with it, inside a larger act that ends with
 * `tellTaken`. Nothing else is filed meanwhile, so of two at once the second finds what the first one made.
 * Throws `no_such_hit`, `not_allowed_here`, `gone`, `not_connected`.
 */
export async function takeUpWithin(tx: Tx, who: Who, id: string, now: Date, aids: TakingAids = {}): Promise<Taken> {
  await holdFiling(tx, who.workspaceId);
  const hit = await lockHit(tx, who.workspaceId, id);
  if (!hit || !hasRight(who.inboxes ?? null, hit.inboxId, 'see')) throw noSuchHit();
  requireRightOn(who, hit.inboxId, 'answer');
  if (hit.messageId && hit.messageInboxId) {
    requireRightOn(who, hit.messageInboxId, 'see');
    return { hit, isNew: false, ...placeOf(hit.messageId, hit.conversationId), changes: [], reserved: [] };
  }
  if (hit.state === 'gone') throw new CareError('conflict', 'gone', GONE);

  const filed = await fileMessages(tx, who.workspaceId, [await placedFrom(tx, who, hit)], now, aids.digest);
  const [verdict] = filed.verdicts;
  if (!verdict?.messageId) throw new Error('A post that was taken up was not filed.');
  const made = placeOf(verdict.messageId, verdict.conversationId);
  await markTakenUp(tx, who.workspaceId, [{ id, ...made }], now);
  await markTakenUpBy(tx, who.workspaceId, id, who.agentId, now);
  await addTimelineEvents(tx, who.workspaceId, [
    {
      conversationId: made.conversationId,
      ...toldBy(who, now),
      kind: 'taken_up',
      detail: {
        messageId: made.messageId,
        rules: [...hit.rules],
        words: [...wordsOf(hit.because)],
        needs: needsIn(hit.because),
      },
    },
  ]);
  const changes = [...filed.changes, { kind: 'listening', conversationId: null }];
  return { hit, isNew: true, ...made, changes, reserved: filed.reserved };
}

/** The last statements of the transaction. */
export async function tellTaken(
  tx: Tx,
  who: Who,
  { reserved }: Taken,
  changes: readonly Change[],
  now: Date,
): Promise<void> {
  await tellReserved(tx, who.workspaceId, reserved, false, now);
  await recordChanges(tx, who.workspaceId, changes, now);
}

function placeOf(messageId: MessageId, conversationId: string | null | undefined): TakenUpHit {
  if (!conversationId)
    throw new CareError('conflict', 'no_conversation', 'This post stands in a thread of ours, and nobody waits there.');
  return { messageId, conversationId: conversationId as ConversationId };
}

/** As filing had it before it. Found in the past or not: what somebody takes up waits from now on. */
async function placedFrom(tx: Tx, who: Who, hit: HeldHit): Promise<Placed<MessageEvent>> {
  const inbox = (await readFilingInboxes(tx, who.workspaceId)).find((one) => one.id === hit.inboxId);
  if (!inbox) throw new CareError('conflict', 'not_connected', 'The account that found it is not connected any more.');
  const { isHistory: _, ...event } = hit.event;
  return {
    event: { ...event, sentAt: new Date(event.sentAt) },
    inbox,
    entry: {
      id: hit.ledgerId ?? 0,
      family: inbox.channel,
      inboxId: inbox.id,
      source: 'listen',
      headers: {},
      body: new Uint8Array(),
      receivedAt: hit.foundAt,
    },
    position: 0,
    ...(hit.understood ? { understood: hit.understood } : {}),
  };
}
