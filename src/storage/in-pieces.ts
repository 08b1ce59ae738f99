import { setImmediate as letIn } from 'node:timers/promises';
import { together } from './together.ts';

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
  const asked: Promise<Result>[] = [];
  let isBroken = false;
  for (let at = 0; at < rows.length && !isBroken; at += PIECE) {
    const one = ask(rows.slice(at, at + PIECE));
    // Told below, once all are on their way.
    one.catch(() => {
      isBroken = true;
    });
    asked.push(one);
    // On its way before the next is thought of.
    if (at + PIECE < rows.length) await letIn();
  }
  return together(...asked);
}
