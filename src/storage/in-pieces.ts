import { setImmediate as letIn } from 'node:timers/promises';

/** Enough that asking costs nothing beside it, and few enough that the database need not wait long for the first. */
const PIECE = 250;

/**
 * Many rows, some at a time: while the database works on a piece, the next is made ready. Nothing waits for an answer in
 * between, and they happen in this order. When one fails, no more are asked, and those that were are waited for.
 *
 * @param ask one statement for one piece
 * @returns what came of each piece
 */
export async function inPieces<Row, Result>(
  rows: readonly Row[],
  ask: (piece: readonly Row[]) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  const asked: Promise<unknown>[] = [];
  for (let at = 0; at < rows.length && failures.length === 0; at += PIECE) {
    const nth = asked.length;
    const keep = (result: Result) => {
      results[nth] = result;
    };
    asked.push(ask(rows.slice(at, at + PIECE)).then(keep, (error: unknown) => void failures.push(error)));
    // On its way before the next is thought of.
    if (at + PIECE < rows.length) await letIn();
  }
  await Promise.all(asked);
  if (failures.length > 0) throw failures[0];
  return results;
}
