import { LEFT_AFTER_MS } from '../../core/conversation/view.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { pruneChanges } from '../../storage/change-feed.ts';
import { recordChanges } from '../../storage/changes.ts';
import { pruneHours } from '../../storage/health/facts.ts';
import { pruneDeliveries } from '../../storage/hooks/log.ts';
import { pruneHits } from '../../storage/listening/filing.ts';
import { pruneVoiceHours } from '../../storage/listening/voice.ts';
import { pruneMails } from '../../storage/mail/mails.ts';
import { notifyOfLeft } from '../../storage/notifications/add.ts';
import { pruneNotifications } from '../../storage/notifications/read.ts';
import { pruneRuns } from '../../storage/rules/runs.ts';
import { removeEndedSessions } from '../../storage/sessions.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { dropUnusedUploads, expireTokens, wakeSnoozed } from '../../storage/timers.ts';
import { keepUp } from '../../storage/upkeep.ts';
import { pruneUndos } from '../../storage/work/undos.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import { chaseDue } from './chase.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BATCH = 200;

/** What happens because time has passed: snoozes end, tokens run out, what is over is swept away. */
export function startTimers(options: WorkerDeps & { readonly lookEveryMs?: number }): Promise<Running> {
  const { db, now } = options;
  let cleanedAt = Number.NEGATIVE_INFINITY;
  let keptUpAt = Number.NEGATIVE_INFINITY;
  return startSweep({ ...options, everyMs: options.lookEveryMs ?? 2_000, name: 'timers', restMs: null }, async () => {
    const isCleaning = performance.now() - cleanedAt > HOUR_MS;
    const isKeepingUp = performance.now() - keptUpAt > MINUTE_MS;
    for (const { id } of await listWorkspaces(db.read)) {
      while (!options.signal.aborted && (await wakeSome(options, id)) === BATCH);
      await chaseDue(options, id);
      await db.transaction(async (tx) => {
        const ended = await expireTokens(tx, id, now());
        if (ended > 0) await recordChanges(tx, id, [{ kind: 'inbox', conversationId: null }], now());
      });
      if (isKeepingUp) await db.alone((tx) => notifyOfLeft(tx, id, new Date(now().getTime() - LEFT_AFTER_MS), now()));
      if (!isCleaning) continue;
      await db.alone((tx) => removeEndedSessions(tx, id, now()));
      await db.alone((tx) => pruneChanges(tx, id, now()));
      await db.alone((tx) => pruneUndos(tx, id, now()));
      await db.alone((tx) => pruneHours(tx, id, now()));
      await db.alone((tx) => pruneNotifications(tx, id, new Date(now().getTime() - 90 * DAY_MS)));
      await db.alone((tx) => pruneDeliveries(tx, id, new Date(now().getTime() - 14 * DAY_MS)));
      await db.alone((tx) => pruneRuns(tx, id, new Date(now().getTime() - 400 * DAY_MS)));
      await db.alone((tx) => pruneHits(tx, id, new Date(now().getTime() - 180 * DAY_MS)));
      await db.alone((tx) => pruneVoiceHours(tx, id, now()));
      await db.alone((tx) => pruneMails(tx, id, new Date(now().getTime() - 90 * DAY_MS)));
      await db.alone((tx) => dropUnusedUploads(tx, id, new Date(now().getTime() - 7 * DAY_MS)));
    }
    if (isCleaning) cleanedAt = performance.now();
    if (isKeepingUp) {
      await keepUp(db);
      keptUpAt = performance.now();
    }
  });
}

/** Back in the list of what waits: a snooze answers nothing. */
async function wakeSome({ db, now }: WorkerDeps, workspaceId: WorkspaceId): Promise<number> {
  return db.transaction(async (tx) => {
    const woken = await wakeSnoozed(tx, workspaceId, now(), BATCH);
    await addTimelineEvents(
      tx,
      workspaceId,
      woken.map(({ id, snoozedUntil }) => ({
        conversationId: id,
        at: snoozedUntil,
        actorKind: 'system' as const,
        actorId: null,
        kind: 'woke_up',
        detail: { until: snoozedUntil.toISOString() },
      })),
    );
    const changes = woken.map(({ id }) => ({ kind: 'snooze', conversationId: id }));
    await recordChanges(tx, workspaceId, changes, now());
    return woken.length;
  });
}
