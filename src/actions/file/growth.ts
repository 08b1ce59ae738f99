import type { Database } from '../../storage/database.ts';
import { noteGrowth } from '../../storage/upkeep.ts';

/** So few are found in no time, whatever the plan. */
const FIRST = 256;

/** Has the database look at tables that outgrew what it knew, after 256 entries of this process, 512, 1024, and so on. */
export function createGrowth(db: Database): (taken: number) => Promise<void> {
  let total = 0;
  let next = FIRST;
  return async (taken) => {
    total += taken;
    if (total < next) return;
    while (next <= total) next *= 2;
    await noteGrowth(db);
  };
}
