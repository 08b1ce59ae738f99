import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Runs `work` so that its failure undoes its own statements only, and the transaction goes on. Throws what `work` threw. */
export async function withSavepoint<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint one_step`.execute(tx);
  try {
    return await work();
  } catch (error) {
    await sql`rollback to savepoint one_step`.execute(tx);
    throw error;
  }
}
