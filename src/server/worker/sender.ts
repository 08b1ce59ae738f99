import type { OutgoingId, WorkspaceId } from '../../core/ids.ts';
import { oneAtATime } from '../../core/one-at-a-time.ts';
import type { Breaker } from '../../core/outgoing/breaker.ts';
import { type Pace, USUAL_PACE } from '../../core/outgoing/pace.ts';
import { OUTGOING } from '../../storage/changes.ts';
import { inboxesWithDue, renewLeases, workspacesWithDue } from '../../storage/outbox/claim.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { drainInbox } from './drain-inbox.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

export interface SenderOptions extends WorkerDeps {
  readonly pace?: Pace;
  /** How long an act stays with a process that is not heard of any more, in milliseconds. */
  readonly leaseMs?: number;
  /** How long an answer of a network is waited for. A connector's own limits are shorter. */
  readonly sendTimeoutMs?: number;
  /** Acts of one inbox that are under way at the same time. */
  readonly perInbox?: number;
  /** How often to look without having been told. */
  readonly lookEveryMs?: number;
}

/** What the lanes of all inboxes share. */
export interface SenderContext extends Required<Omit<SenderOptions, 'addressOf'>>, Pick<SenderOptions, 'addressOf'> {
  /** Acts that this process holds, and for which workspace. */
  readonly held: Map<OutgoingId, WorkspaceId>;
  readonly bucketOf: (inboxId: string, rate: { readonly count: number; readonly perMs: number }) => TokenBucket;
  /** How the network of each inbox has answered lately. */
  readonly breakers: Map<string, Breaker>;
}

/**
 * Sends what stands in the outbox. Every inbox has a lane of its own, so that a slow network slows only itself;
 * within a lane the acts of one order key go one after another.
 */
export async function startSender(options: SenderOptions): Promise<Running> {
  const context = contextOf(options);
  const { db, signal, log, now, leaseMs, held } = context;
  const lanes = new Map<string, Promise<void>>();
  /** Lanes that were told of more while they ran: the last thing they saw may be older than that. */
  const toldMore = new Set<string>();
  const scans = new Map<WorkspaceId, { again: boolean }>();

  const scan = async (workspaceId: WorkspaceId): Promise<void> => {
    const under = scans.get(workspaceId);
    if (under) {
      under.again = true;
      return;
    }
    const state = { again: true };
    scans.set(workspaceId, state);
    try {
      while (state.again && !signal.aborted) {
        state.again = false;
        for (const inbox of await inboxesWithDue(db.read, workspaceId, now())) {
          if (lanes.has(inbox.id)) {
            toldMore.add(inbox.id);
            continue;
          }
          const lane = drainInbox(context, workspaceId, inbox)
            .catch((error: unknown) =>
              log.error({ err: error, inboxId: inbox.id }, 'Sending for an inbox stopped; it is taken up again.'),
            )
            .finally(() => {
              lanes.delete(inbox.id);
              if (toldMore.delete(inbox.id)) void scan(workspaceId);
            });
          lanes.set(inbox.id, lane);
        }
      }
    } catch (error) {
      log.error({ err: error, workspaceId }, 'The outbox could not be read.');
    } finally {
      scans.delete(workspaceId);
    }
  };
  const scanAll = oneAtATime(async () => {
    try {
      for (const workspaceId of await workspacesWithDue(db.read, now())) void scan(workspaceId);
    } catch (error) {
      log.error({ err: error }, 'The outbox could not be read.');
    }
  });
  const renew = () => {
    const until = new Date(now().getTime() + leaseMs);
    for (const [workspaceId, mine] of Map.groupBy(held, ([, workspaceId]) => workspaceId))
      db.alone((tx) =>
        renewLeases(
          tx,
          workspaceId,
          mine.map(([id]) => id),
          until,
        ),
      ).catch((error: unknown) => log.error({ err: error, workspaceId }, 'Leases could not be renewed.'));
  };

  const deafen = await db.listen(
    OUTGOING,
    (payload) => void (payload ? scan(Number(payload) as WorkspaceId) : scanAll()),
  );
  const looking = setInterval(() => void scanAll(), context.lookEveryMs);
  const renewing = setInterval(renew, Math.max(leaseMs / 3, 20));
  await scanAll();

  const stopped = new Promise<void>((resolve) => {
    const stop = async () => {
      clearInterval(looking);
      await deafen();
      // What is under way is waited for as long as a network may take; it would be looked for otherwise.
      await Promise.all(lanes.values());
      clearInterval(renewing);
      resolve();
    };
    if (signal.aborted) void stop();
    else signal.addEventListener('abort', () => void stop(), { once: true });
  });
  return { stopped };
}

function contextOf(options: SenderOptions): SenderContext {
  const buckets = new Map<string, TokenBucket>();
  return {
    pace: USUAL_PACE,
    leaseMs: 30_000,
    sendTimeoutMs: 120_000,
    perInbox: 4,
    lookEveryMs: 1_000,
    ...options,
    held: new Map(),
    breakers: new Map(),
    bucketOf: (inboxId, rate) => {
      const bucket = buckets.get(inboxId) ?? createTokenBucket(rate);
      buckets.set(inboxId, bucket);
      return bucket;
    },
  };
}
