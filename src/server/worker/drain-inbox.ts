import { holdBack } from '../../actions/hold-back.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { type Breaker, CLOSED, roomWith } from '../../core/outgoing/breaker.ts';
import { recordChanges } from '../../storage/changes.ts';
import { claimToLook, claimToSend, type SendingInbox } from '../../storage/outbox/claim.ts';
import { noteNeedsLogin } from '../../storage/outbox/inboxes.ts';
import { pause } from './pause.ts';
import { type InboxLine, lookForAct, sendAct } from './send-act.ts';
import type { SenderContext } from './sender.ts';

/** How often the lane of a busy inbox turns to what must be looked for, in milliseconds. */
const LOOK_EVERY_MS = 250;

/** Sends and looks for everything of one inbox that is due, several acts at once, until nothing is. */
export async function drainInbox(context: SenderContext, workspaceId: WorkspaceId, inbox: SendingInbox): Promise<void> {
  const { db, now, signal, perInbox, leaseMs, bucketOf, log } = context;
  const line = await openLine(context, workspaceId, inbox);
  if (!line) return;
  const bucket = bucketOf(inbox.id, line.connector.capabilities.rate);
  const running = new Set<Promise<void>>();
  const start = (work: Promise<void>) => {
    const one = work
      .catch((error: unknown) =>
        log.error({ err: error, inboxId: inbox.id }, 'An act broke; its lease runs out and it is looked for.'),
      )
      .finally(() => running.delete(one));
    running.add(one);
  };
  const claim = (limit: number) => {
    const at = now();
    return { inboxId: inbox.id, limit, now: at, leaseUntil: new Date(at.getTime() + leaseMs) };
  };

  let lookedAt = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    const free = perInbox - running.size;
    let started = 0;
    if (free > 0 && performance.now() - lookedAt > LOOK_EVERY_MS) {
      lookedAt = performance.now();
      await holdBack(db, workspaceId, inbox.id, now());
      const acts = await db.alone((tx) => claimToLook(tx, workspaceId, claim(free)));
      for (const act of acts) start(lookForAct(context, line, act));
      started += acts.length;
    }
    const breaker = context.breakers.get(inbox.id) ?? CLOSED;
    const trying = roomWith(breaker, now()) - running.size;
    const room = Math.min(free - started, bucket.free(now().getTime()), Math.max(trying, 0));
    if (room > 0) {
      const acts = await db.alone((tx) => claimToSend(tx, workspaceId, claim(room)));
      bucket.take(acts.length);
      for (const act of acts) start(sendAct(context, line, bucket, act));
      started += acts.length;
    }
    if (started > 0) continue;
    // One that ends may have held up another of its order key.
    if (running.size > 0) await Promise.race(running);
    else if (room > 0) return;
    else await pause(Math.max(bucket.waitMs(now().getTime()), restMs(breaker, now())), signal);
  }
  await Promise.all(running);
}

/** What must be looked for is not left for longer, in milliseconds. */
const LONGEST_REST_MS = 30_000;
const restMs = ({ openUntil }: Breaker, now: Date) =>
  Math.min(LONGEST_REST_MS, Math.max(0, (openUntil?.getTime() ?? 0) - now.getTime()));

/** Null: its channel is not part of this program, or its credentials cannot be opened; the queue then waits, in sight. */
async function openLine(
  { db, connectors, credentialsOf, now, log }: SenderContext,
  workspaceId: WorkspaceId,
  inbox: SendingInbox,
): Promise<InboxLine | null> {
  const connector = connectors.get(inbox.channel);
  if (!connector) return null;
  try {
    return { workspaceId, inbox, connector, credentials: credentialsOf(workspaceId, inbox.id, inbox.credentials) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    log.error({ err: error, inboxId: inbox.id }, 'The credentials of an inbox cannot be opened.');
    await db.transaction(async (tx) => {
      const isNews = await noteNeedsLogin(tx, workspaceId, inbox.id, detail, now());
      if (isNews) await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now());
    });
    return null;
  }
}
