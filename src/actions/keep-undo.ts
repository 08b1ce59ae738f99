import { CareError } from '../core/errors.ts';
import type { ConversationId, Json, UndoId } from '../core/ids.ts';
import type { Tx } from '../storage/database.ts';
import { insertSteps, insertUndo, lockUndo, type Step, type UndoKind, writeAnswer } from '../storage/work/undos.ts';
import type { Who } from './who.ts';

/** How long what somebody did may be taken back by them; a merge or split by anybody who may answer there. In milliseconds. */
const ACTS_UNDO_MS = 10 * 60_000;
const MERGES_UNDO_MS = 30 * 24 * 3_600_000;

export interface Asking {
  readonly id: UndoId;
  readonly kind: UndoKind;
  readonly conversationId: ConversationId | null;
  /** What was asked for, whole: the same id with something else is refused. */
  readonly asked: Json;
}

/**
 * Begins an act that can be taken back, in its transaction. @returns the answer of the first time when it was done
 * already. Throws `id_taken` when the id belongs to another act.
 */
export async function beginUndoable(tx: Tx, who: Who, asking: Asking, now: Date): Promise<Json | undefined> {
  const lasts = asking.kind === 'acts' ? ACTS_UNDO_MS : MERGES_UNDO_MS;
  const undo = { ...asking, actorId: actorOf(who), answer: null, expiresAt: new Date(now.getTime() + lasts) };
  if (await insertUndo(tx, who.workspaceId, undo, now)) return undefined;
  const earlier = await lockUndo(tx, who.workspaceId, asking.id);
  if (
    !earlier ||
    earlier.actorId !== undo.actorId ||
    JSON.stringify(sorted(earlier.asked)) !== JSON.stringify(sorted(asking.asked))
  )
    throw new CareError('conflict', 'id_taken', 'This id belongs to another act. Use a new one.');
  return earlier.undoneAt ? (earlier.answer as { readonly first: Json }).first : earlier.answer;
}

/** What it did, and what was answered, so that a second try gets the same. */
export async function keepUndo<Answer extends Json>(
  tx: Tx,
  who: Who,
  id: UndoId,
  steps: readonly Step[],
  answer: Answer,
): Promise<Answer> {
  await insertSteps(tx, who.workspaceId, id, steps);
  await writeAnswer(tx, who.workspaceId, id, answer);
  return answer;
}

/** The agent, or the token that acts for nobody. */
export function actorOf({ agentId, via }: Who): string | null {
  return agentId ?? (via?.kind === 'token' ? via.id : null);
}

/** The database keeps the keys of JSON in an order of its own. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
