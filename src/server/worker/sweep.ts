import { oneAtATime } from '../../core/one-at-a-time.ts';
import { CHANGED } from '../../storage/changes.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { pause } from './pause.ts';

interface Sweep extends Pick<WorkerDeps, 'db' | 'signal' | 'log'> {
  readonly name: string;
  readonly everyMs: number;
  /** Also looks when something changed, with this pause between looks; null: time alone wakes it. */
  readonly restMs: number | null;
}

/**
 * Looks again and again for rows that are due: soon after something changed, and at least every `everyMs`.
 *
 * The rows themselves are the jobs. pg-boss 12.35 on the embedded database was measured instead: 190 ms more to start,
 * then 5 to 7 statements a second (2 % of a core) for four idle queues at 1 s, where a sweep is one statement each
 * 2 to 5 s. It would also be a second record of each job beside the row (a snooze moved, a picture deleted), written
 * one by one where filing writes them with a batch, and the only tables whose key does not start with the workspace.
 */
export async function startSweep(
  { db, signal, log, everyMs, name, restMs }: Sweep,
  look: () => Promise<void>,
): Promise<Running> {
  const run = oneAtATime(async () => {
    if (signal.aborted) return;
    try {
      await look();
    } catch (error) {
      log.error({ err: error, sweep: name }, 'A sweep failed and will be taken up again.');
    }
    if (restMs) await pause(restMs, signal);
  });
  const deafen = restMs === null ? async () => undefined : await db.listen(CHANGED, () => void run());
  const timer = setInterval(() => void run(), everyMs);
  void run();
  const stopped = new Promise<void>((resolve) => {
    const stop = async () => {
      clearInterval(timer);
      await deafen();
      await run();
      resolve();
    };
    if (signal.aborted) void stop();
    else signal.addEventListener('abort', () => void stop(), { once: true });
  });
  return { stopped };
}
