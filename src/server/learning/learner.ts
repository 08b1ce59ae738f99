import { learnAnew } from '../../actions/learning/learn-anew.ts';
import type { BaseOf } from '../../core/learning/base.ts';
import { dueHeads } from '../../storage/learning/progress.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import type { Running, WorkerDeps } from '../worker/deps.ts';
import { startSweep } from '../worker/sweep.ts';

export interface LearnerOptions extends Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'> {
  /** The shipped model that is learned on top of. */
  readonly shipped: { readonly baseOf: BaseOf; readonly version: string };
}

/** Learns a workspace's own model anew whenever enough was put right. */
export function startLearner(options: LearnerOptions): Promise<Running> {
  const { db, now, signal, log, shipped } = options;
  return startSweep({ ...options, name: 'learning', everyMs: 15_000, restMs: null }, async () => {
    for (const { id } of await listWorkspaces(db.read)) {
      for (const progress of await dueHeads(db.read, id)) {
        if (signal.aborted) return;
        const kind = await learnAnew(db, id, progress, shipped, now());
        log.info({ workspaceId: id, head: progress.head, kind }, 'Learned anew from what people put right.');
      }
    }
  });
}
