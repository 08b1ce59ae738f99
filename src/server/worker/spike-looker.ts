import { noteSpikes } from '../../actions/listening/note-spike.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';

const EVERY_MS = 5 * 60_000;
/** A minute's worth of posts is judged at once: what happens meanwhile is still within the hour. */
const REST_MS = 20_000;

/** Customers of the practice workspace write to us at a pace that a dial decides: what is usual of them says nothing. */
const BOARDS_ONLY = { isSaidToUsLeftOut: true } as const;

/** Looks whether far more is said of somebody than usual: soon after something was filed, and every five minutes. */
export function startSpikeLooker({
  db,
  now,
  signal,
  log,
}: Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'>): Promise<Running> {
  return startSweep({ db, signal, log, name: 'spikes', everyMs: EVERY_MS, restMs: REST_MS }, async () => {
    for (const { id, isPractice } of await listWorkspaces(db.read))
      if (!signal.aborted) await noteSpikes(db, id, now(), isPractice ? BOARDS_ONLY : undefined);
  });
}
