import { triageDue } from '../../actions/triage/triage-due.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';

/** Decides priority, clocks and assignment soon after something happened to a conversation, and when time changes them. */
export function startTriager(options: Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'>): Promise<Running> {
  const { db, now, signal } = options;
  return startSweep({ ...options, name: 'triage', everyMs: 1_000, restMs: 20 }, async () => {
    for (const { id } of await listWorkspaces(db.read)) {
      while (!signal.aborted && (await triageDue(db, id, now())) > 0);
    }
  });
}
