import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { ConversationId, Json, UndoId } from '../core/ids.ts';
import type { Columns } from '../core/work/act.ts';
import { mergedColumns, partColumns } from '../core/work/merge.ts';
import { PATCHABLE, pick } from '../core/work/restore.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { lockColumns, patchColumns } from '../storage/work/columns.ts';
import { holdForMoving, messagesInLanes, moveAll } from '../storage/work/moving.ts';
import { askedIn } from '../storage/work/talk.ts';
import { readTitles } from '../storage/work/titles.ts';
import type { Moved, Step } from '../storage/work/undos.ts';
import { beginUndoable, keepUndo } from './keep-undo.ts';
import { requireRight } from './require-right.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

/**
 * Others become part of one: their messages, notes, tasks, unsent answers and lanes are its own from now on, so what
 * arrives later comes here too. It waits if any of them did; merging answers nothing. The people stay who they are.
 * Throws `nothing_to_merge`, `no_such_conversation`, `not_allowed_here`, `merged`, `id_taken`.
 */
export function mergeConversations(
  db: Database,
  who: Who,
  input: { readonly id: string; readonly into: ConversationId; readonly conversations: readonly string[] },
  now: Date,
): Promise<{ readonly undoId: string }> {
  const { workspaceId } = who;
  const { into } = input;
  const id = input.id as UndoId;
  const parts = [...new Set(input.conversations as readonly ConversationId[])].filter((part) => part !== into);
  if (parts.length === 0)
    throw new CareError(
      'invalid',
      'nothing_to_merge',
      'Choose at least one other conversation to merge into this one.',
    );
  return db.transaction(async (tx) => {
    const asking = { id, kind: 'merge' as const, conversationId: into, asked: { into, conversations: parts } };
    const earlier = await beginUndoable(tx, who, asking, now);
    if (earlier !== undefined) return earlier as { undoId: string };
    await requireRight(tx, who, 'conversation', [into, ...parts], 'answer');
    await holdForMoving(tx, workspaceId, [into, ...parts]);
    const rows = await lockColumns(tx, workspaceId, [into, ...parts]);
    const rowOf = (one: ConversationId): Columns => {
      const row = rows.get(one);
      if (!row) throw noSuch('conversation');
      if (row.merged_into_id) throw partAlready(one === into, row.merged_into_id);
      return row;
    };
    const target = rowOf(into);
    const sources = parts.map((part) => ({ part, row: rowOf(part) }));

    const asked = await askedIn(tx, workspaceId, into);
    const moved = await moveAll(tx, workspaceId, parts, into);
    const lanes = [...moved.values()].flatMap((one) => one.lanes);
    const brought = new Set([...moved.values()].flatMap((one) => one.messages));
    // What stood in these lanes before and was the target's already: it stays when the merge is taken back.
    const own = (await messagesInLanes(tx, workspaceId, into, { ...NOTHING, lanes })).filter(
      (one) => !brought.has(one),
    );

    const patches = [
      {
        id: into,
        patch: mergedColumns(
          target,
          sources.map(({ row }) => row),
        ),
      },
      ...parts.map((part) => ({ id: part, patch: partColumns(into) })),
    ];
    const after = await patchColumns(tx, workspaceId, patches);
    const step = (conversationId: ConversationId, before: Columns, what: Moved): Step => ({
      conversationId,
      place: 0,
      before: kept(before),
      after: kept(after.get(conversationId) ?? {}),
      moved: what,
    });
    const titleOf = await readTitles(tx, workspaceId, [into, ...parts]);
    const actor = toldBy(who, now);
    await addTimelineEvents(tx, workspaceId, [
      {
        ...actor,
        conversationId: into,
        kind: 'merged',
        detail: { undoId: id, from: parts.map(titleOf) },
      },
      ...parts.map((part) => ({
        ...actor,
        conversationId: part,
        kind: 'merged_into',
        detail: { undoId: id, into: titleOf(into) },
      })),
    ]);
    const steps = [
      step(into, target, { ...NOTHING, messages: own, asked }),
      ...sources.map(({ part, row }) => step(part, row, moved.get(part) ?? NOTHING)),
    ];
    const answer = await keepUndo(tx, who, id, steps, { undoId: id });
    await recordChanges(
      tx,
      workspaceId,
      [into, ...parts].map((conversationId) => ({ kind: 'merge', conversationId })),
      now,
    );
    return answer;
  });
}

export const NOTHING: Moved = { messages: [], outbox: [], tasks: [], lanes: [] };

/** Of a row, what undoing gives back. */
export const kept = (row: Columns): Columns => pick(row, PATCHABLE);

function partAlready(isTarget: boolean, mergedIntoId: Json): CareError {
  return new CareError(
    'conflict',
    'merged',
    isTarget
      ? 'This became part of another conversation. Merge into that one, or take the earlier merge back first.'
      : 'One of them became part of another conversation already. Take that merge back first, or leave it out.',
    { mergedIntoId },
  );
}
