import type { WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { spreadNext } from '../../storage/priority/spread.ts';

/** So few at once that nobody who answers one of them is kept waiting. */
const BATCH = 1_000;

/** After weights were saved: the next of what waits is to be decided anew. @returns whether there was something to do */
export function spreadScales(db: Database, workspaceId: WorkspaceId, now: Date, batch = BATCH): Promise<boolean> {
  return db.transaction((tx) => spreadNext(tx, workspaceId, now, batch));
}
