import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { ConversationId } from '../core/ids.ts';
import { partColumns } from '../core/work/merge.ts';
import { keptInWords, restore } from '../core/work/restore.ts';
import type { Tx } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { lockColumns, patchColumns } from '../storage/work/columns.ts';
import { holdForMoving, moveAll } from '../storage/work/moving.ts';
import { readTalk } from '../storage/work/talk.ts';
import { readTitles } from '../storage/work/titles.ts';
import { readSteps, type StoredUndo } from '../storage/work/undos.ts';
import { requireRight } from './require-right.ts';
import type { TakenBack } from './take-back.ts';
import { waitsSince } from './take-back-merge.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

/**
 * What was split off becomes part of the whole again, with what was said in it since; if it waits now, the whole waits.
 * Throws `merged_on`.
 */
export async function takeBackSplit(tx: Tx, who: Who, undo: StoredUndo, now: Date): Promise<TakenBack> {
  const { workspaceId } = who;
  const from = undo.conversationId as ConversationId;
  const steps = await readSteps(tx, workspaceId, undo.id);
  const whole = steps.find(({ conversationId }) => conversationId === from);
  const made = steps.find(({ conversationId }) => conversationId !== from)?.conversationId;
  if (!whole || !made) throw noSuch('conversation');
  await requireRight(tx, who, 'conversation', [from, made], 'answer');
  await holdForMoving(tx, workspaceId, [from, made]);
  const rows = await lockColumns(tx, workspaceId, [from, made]);
  const [row, other] = [rows.get(from), rows.get(made)];
  if (!row || !other) throw noSuch('conversation');
  if (row.merged_into_id || other.merged_into_id)
    throw new CareError(
      'conflict',
      'merged_on',
      'One of the two became part of another conversation since. Take that merge back first, then this split.',
    );
  await moveAll(tx, workspaceId, [made], from);
  const { patch, kept } = restore(row, whole.before, whole.after);
  const waits = (patch.attention ?? row.attention) === 'needs_answer';
  const attention = other.attention === 'needs_answer' && !waits ? waitsSince(other.waiting_since ?? null) : {};
  const talk = await readTalk(tx, workspaceId, from);
  // Read from the messages it is the same, unless something was said since: then what was kept would be wrong.
  const isAsBefore = talk.message_count === whole.before.message_count;
  await patchColumns(tx, workspaceId, [
    { id: from, patch: { ...patch, ...(isAsBefore ? {} : talk), ...attention } },
    { id: made, patch: partColumns(from) },
  ]);
  const titleOf = await readTitles(tx, workspaceId, [from, made]);
  const actor = toldBy(who, now);
  await addTimelineEvents(tx, workspaceId, [
    { ...actor, conversationId: from, kind: 'unsplit', detail: { into: titleOf(made) } },
    { ...actor, conversationId: made, kind: 'merged_into', detail: { into: titleOf(from) } },
  ]);
  const why = keptInWords(kept);
  return {
    undone: 2,
    left: why ? [{ conversationId: from, why }] : [],
    changes: [from, made].map((conversationId) => ({ kind: 'split', conversationId })),
  };
}
