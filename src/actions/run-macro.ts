import { fromKept } from '../core/composing/macro-acts.ts';
import { CareError } from '../core/errors.ts';
import type { ConversationId, Json, MacroId, UndoId } from '../core/ids.ts';
import type { ChannelLookup } from '../core/reply/ways.ts';
import { type Change, recordChanges } from '../storage/changes.ts';
import { countMacroUse } from '../storage/composing/macros.ts';
import { countUse } from '../storage/composing/saved-replies.ts';
import type { Database } from '../storage/database.ts';
import type { Step } from '../storage/work/undos.ts';
import { applyBulkAct } from './apply-bulk-act.ts';
import { loadMacro } from './keep-macro.ts';
import { beginUndoable, keepUndo } from './keep-undo.ts';
import { type ReplyInput, takeReply } from './send-reply.ts';
import type { Who } from './who.ts';

export interface MacroStroke {
  readonly id: string;
  readonly macroId: MacroId;
  readonly conversationId: ConversationId;
  /** What the agent read and perhaps changed; null: nothing is said. */
  readonly reply: Omit<ReplyInput, 'conversationId'> | null;
}

/**
 * All of a macro or nothing: the reply is taken for sending and its acts are done in one transaction. The id makes a second
 * try harmless, and takes the acts back. Throws `no_such_macro`, and what a reply and the acts throw.
 */
export function runMacro(
  db: Database,
  channels: ChannelLookup,
  who: Who,
  { id, macroId, conversationId, reply }: MacroStroke,
  now: Date,
): Promise<{ readonly undoId: string | null }> {
  if (reply && who.acts?.includes('messages.send') === false)
    throw new CareError('forbidden', 'not_allowed', 'Your role does not allow answering.', { act: 'messages.send' });
  return db.transaction(async (tx) => {
    const macro = await loadMacro(tx, who, macroId);
    const asked: Json = { macroId, reply: reply && { id: reply.id, way: reply.way, text: reply.text } };
    const undoable = { id: id as UndoId, kind: 'acts' as const, conversationId, asked };
    const earlier = await beginUndoable(tx, who, undoable, now);
    if (earlier !== undefined) return earlier as { readonly undoId: string | null };

    const changes: Change[] = [];
    const steps: Step[] = [];
    if (reply) changes.push(...(await takeReply(tx, channels, who, { ...reply, conversationId }, now)).changes);
    for (const [place, kept] of (macro.acts as readonly Json[]).entries()) {
      const done = await applyBulkAct(tx, who, [conversationId], fromKept(kept, now), now, place);
      const [left] = done.left;
      if (left) throw new CareError(left.fault, left.code, `“${macro.name}” was not done: ${left.why}`);
      steps.push(...done.steps);
      changes.push(...done.changes);
    }
    await countMacroUse(tx, who.workspaceId, macroId, now);
    if (reply && macro.replyId) await countUse(tx, who.workspaceId, who.agentId, macro.replyId, now);
    const answer = await keepUndo(tx, who, id as UndoId, steps, { undoId: steps.length > 0 ? id : null });
    await recordChanges(tx, who.workspaceId, changes, now);
    return answer;
  });
}
