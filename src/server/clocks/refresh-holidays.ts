import { recordChanges } from '../../storage/changes.ts';
import { endingHolidays, putHolidays } from '../../storage/clocks/calendars.ts';
import { lookAgainAtClocks } from '../../storage/clocks/look-again.ts';
import type { Running, WorkerDeps } from '../worker/deps.ts';
import { startSweep } from '../worker/sweep.ts';

const DAY_MS = 86_400_000;
/** Known for at least so long ahead; a target of a year still finds them. */
const AHEAD_MS = 2 * 366 * DAY_MS;

/** The holidays of the next years, before anybody needs them. */
export function startHolidays(options: Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'>): Promise<Running> {
  const { db, now } = options;
  return startSweep({ ...options, name: 'holidays', everyMs: DAY_MS / 4, restMs: null }, async () => {
    const until = new Date(now().getTime() + AHEAD_MS).toISOString().slice(0, 10);
    for (const one of await endingHolidays(db.read, until)) {
      const { holidaysAround } = await import('./holidays.ts');
      const found = holidaysAround(one.country, one.region, now());
      await db.transaction(async (tx) => {
        await putHolidays(tx, one, found.holidays, found.until);
        await lookAgainAtClocks(tx, one.workspaceId);
        await recordChanges(tx, one.workspaceId, [{ kind: 'answer_times', conversationId: null }], now());
      });
    }
  });
}
