import type { Database, Reader, Tx } from './database.ts';

/** The two ways to write, on a line that reads. */
export function writers(read: Reader): Pick<Database, 'read' | 'transaction' | 'alone'> {
  return {
    read,
    transaction: (work) => againAfterDeadlock(() => read.transaction().execute(work)),
    alone: (work) => work(read as Tx),
  };
}

/**
 * Of two transactions that wait for each other the server ends one, whole: nothing of it happened, so it is done again.
 * Filing numbers its changes before it writes the conversations, acts at the desk after; both are right, and may meet.
 */
async function againAfterDeadlock<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: unknown } | null)?.code !== DEADLOCK || tries === 5) throw error;
    }
  }
}
const DEADLOCK = '40P01';
