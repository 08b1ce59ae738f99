import { giveOutWaiting } from '../../actions/routing/give-out-waiting.ts';
import { routingMark } from '../../actions/routing/routing-mark.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { countFigures } from '../../storage/routing/figures.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';

const LOOK_MS = 1_000;
/** How often some agents' figures are counted anew, and how old they may be, in milliseconds. */
const COUNT_MS = 60_000;
const FIGURES_LAST_MS = 10 * 60_000;

/** Gives out what waits: soon after it arrived, and as soon as somebody has room again. */
export function startGiver(options: Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'>): Promise<Running> {
  const { db, now, signal } = options;
  const marks = new Map<WorkspaceId, string>();
  let counted = 0;
  return startSweep({ ...options, name: 'routing', everyMs: LOOK_MS, restMs: LOOK_MS }, async () => {
    const isCounting = now().getTime() - counted > COUNT_MS;
    if (isCounting) counted = now().getTime();
    for (const { id } of await listWorkspaces(db.read)) {
      if (signal.aborted) return;
      const mark = await routingMark(db.read, id, now());
      if (mark === null) continue;
      if (isCounting) await db.alone((tx) => countFigures(tx, id, now(), new Date(now().getTime() - FIGURES_LAST_MS)));
      if (marks.get(id) === mark) continue;
      while (!signal.aborted && (await giveOutWaiting(db, id, now())) > 0);
      marks.set(id, mark);
    }
  });
}
