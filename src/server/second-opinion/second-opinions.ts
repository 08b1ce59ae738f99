import { randomUUID } from 'node:crypto';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Seal } from '../../storage/seal.ts';
import { dropOldOpinions, hasWanted } from '../../storage/second-opinion/rows.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import { type Config, isLoopback } from '../config.ts';
import type { Resolve } from '../worker/address-guard.ts';
import type { Running, WorkerDeps } from '../worker/deps.ts';
import { startSweep } from '../worker/sweep.ts';
import { askWanted } from './ask-wanted.ts';

export interface SecondOpinionOptions extends Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'> {
  readonly seal: Pick<Seal, 'open' | 'close'>;
  readonly config: Pick<Config, 'url'>;
  readonly modelTimeoutMs?: number;
  readonly lookEveryMs?: number;
  readonly resolve?: Resolve;
}

const KEPT_MS = 14 * 86_400_000;
const TIDY_EVERY_MS = 3_600_000;

/** Asks the language models that workspaces connected; a slow one keeps nobody else's waiting. */
export function startSecondOpinions(options: SecondOpinionOptions): Promise<Running> {
  const { db, now, log } = options;
  const busy = new Map<WorkspaceId, Promise<void>>();
  const asker = randomUUID();
  const means = { ...options, asker, mayLoopback: isLoopback(new URL(options.config.url).hostname) };
  let tidiedAt = now().getTime();
  const sweep = { ...options, everyMs: options.lookEveryMs ?? 3_000, name: 'second opinions', restMs: 500 };
  return startSweep(sweep, async () => {
    const isTidying = now().getTime() - tidiedAt > TIDY_EVERY_MS;
    if (isTidying) tidiedAt = now().getTime();
    for (const { id } of await listWorkspaces(db.read)) {
      if (isTidying) await db.alone((tx) => dropOldOpinions(tx, id, new Date(now().getTime() - KEPT_MS)));
      if (busy.has(id) || !(await hasWanted(db.read, id))) continue;
      const asking = askWanted(means, id)
        .catch((error: unknown) => {
          if (!options.signal.aborted)
            log.error({ err: error, workspaceId: id }, 'Asking a language model stopped and will be taken up again.');
        })
        .finally(() => busy.delete(id));
      busy.set(id, asking);
    }
  }).then(({ stopped }) => ({ stopped: stopped.then(async () => void (await Promise.all(busy.values()))) }));
}
