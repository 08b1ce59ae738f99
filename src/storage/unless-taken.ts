import type { Tx } from './database.ts';
import { withSavepoint } from './savepoint.ts';

/** PostgreSQL's word for a unique constraint that was in the way. */
const TAKEN = '23505';

/** Does `work` if no unique constraint is in the way. False: one was, nothing was done, and the transaction goes on. */
export async function unlessTaken(tx: Tx, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await withSavepoint(tx, work);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === TAKEN) return false;
    throw error;
  }
}
