import { spreadScales } from '../../actions/priority/spread-scales.ts';
import { triageEach } from '../../actions/triage/triage-due.ts';
import { workspacesToTriage } from '../../storage/triage/workspaces.ts';
import { type Running, rulesOf, type WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';

/** Decides priority, clocks and assignment soon after something happened to a conversation, and when time changes them. */
export function startTriager(
  options: Pick<WorkerDeps, 'db' | 'connectors' | 'now' | 'signal' | 'log'>,
): Promise<Running> {
  const { db, now, signal, log } = options;
  const channels = rulesOf(options.connectors);
  return startSweep({ ...options, name: 'triage', everyMs: 1_000, restMs: 20 }, async () => {
    for (const id of await workspacesToTriage(db.read, now())) {
      do while (!signal.aborted && (await triageEach(db, id, now(), log, { channels })) > 0);
      while (!signal.aborted && (await spreadScales(db, id, now())));
    }
  });
}
