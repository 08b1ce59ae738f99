import type { ConversationId, Json, UndoId } from '../core/ids.ts';
import type { WorkAct } from '../core/work/act.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { applyBulkAct } from './apply-bulk-act.ts';
import { beginUndoable, keepUndo } from './keep-undo.ts';
import type { Who } from './who.ts';

export type ManyDone = {
  readonly done: number;
  readonly left: readonly { readonly conversationId: string; readonly why: string }[];
  readonly undoId: string | null;
};

/**
 * One act on up to some hundred conversations, all in one transaction. The id comes from whoever acts: a second try gets
 * the first one's answer. What could not be done is named with the reason. Throws what stands against the act as such.
 */
export function actOnMany(
  db: Database,
  who: Who,
  input: { readonly id: string; readonly conversations: readonly string[]; readonly act: WorkAct },
  now: Date,
): Promise<ManyDone> {
  const id = input.id as UndoId;
  return db.transaction(async (tx) => {
    const asked = { conversations: input.conversations, act: input.act } as unknown as Json;
    const earlier = await beginUndoable(tx, who, { id, kind: 'acts', conversationId: null, asked }, now);
    if (earlier !== undefined) return earlier as ManyDone;
    const { steps, left, changes } = await applyBulkAct(
      tx,
      who,
      input.conversations as readonly ConversationId[],
      input.act,
      now,
    );
    const answer = await keepUndo(tx, who, id, steps, {
      done: steps.length,
      left: left.map(({ conversationId, why }) => ({ conversationId, why })),
      undoId: steps.length > 0 ? id : null,
    });
    if (changes.length > 0) await recordChanges(tx, who.workspaceId, changes, now);
    return answer;
  });
}
