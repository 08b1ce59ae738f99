import type { BulkAct, Bulked, Undone } from '../../../wire/work.ts';
import { Refusal } from '../../api/call.ts';

/** So many at once: each piece is one transaction, and between them the bar moves. */
export const PIECE = 50;
/** A line that is cut for some seconds is waited for. Milliseconds, longer each time. */
const TRIES = 5;
const REST_MS = 600;

export interface Result {
  readonly done: number;
  readonly left: readonly { readonly conversationId: string; readonly why: string }[];
  readonly undoIds: readonly string[];
}
interface Ways {
  readonly doAct: (id: string, ids: readonly string[], act: BulkAct) => Promise<Bulked>;
  readonly newId: () => string;
  readonly rest?: (ms: number) => Promise<void>;
}

/**
 * One act on many, piece by piece. A piece keeps its id while it is tried again, so that nothing is done twice when an
 * answer is lost on the way. What a piece refuses as a whole is left out with the reason; the others still go on.
 */
export async function runBulk(
  ids: readonly string[],
  act: BulkAct,
  { doAct, newId, rest = sleep }: Ways,
  onProgress: (done: number) => void,
): Promise<Result> {
  const result = { done: 0, left: [] as { conversationId: string; why: string }[], undoIds: [] as string[] };
  for (let from = 0; from < ids.length; from += PIECE) {
    const piece = ids.slice(from, from + PIECE);
    const id = newId();
    try {
      const { done, left, undoId } = await patiently(() => doAct(id, piece, act), rest);
      result.done += done;
      result.left.push(...left);
      if (undoId) result.undoIds.push(undoId);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      result.left.push(...piece.map((conversationId) => ({ conversationId, why })));
    }
    onProgress(Math.min(ids.length, from + PIECE));
  }
  return result;
}

/** Takes all pieces back, the last one first. */
export async function undoBulk(
  undoIds: readonly string[],
  undoAct: (id: string) => Promise<Undone>,
  rest: (ms: number) => Promise<void> = sleep,
): Promise<Undone> {
  const all: Undone = { undone: 0, left: [] };
  for (const id of undoIds.toReversed()) {
    const { undone, left } = await patiently(() => undoAct(id), rest);
    all.undone += undone;
    all.left.push(...left);
  }
  return all;
}

async function patiently<Answer>(send: () => Promise<Answer>, rest: (ms: number) => Promise<void>): Promise<Answer> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await send();
    } catch (error) {
      const mayPass = error instanceof Refusal && (error.status === 0 || error.status >= 500);
      if (!mayPass || nth === TRIES) throw error;
      await rest(REST_MS * nth);
    }
  }
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
