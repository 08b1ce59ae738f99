import { hasRight } from '../core/access/inbox-rights.ts';
import { CareError } from '../core/errors.ts';
import type { InboxId, Json, UndoId } from '../core/ids.ts';
import type { Columns } from '../core/work/act.ts';
import { type Group, keptInWords, restore } from '../core/work/restore.ts';
import { type Change, recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { lockColumns, patchColumns } from '../storage/work/columns.ts';
import { lockUndo, markUndone, readSteps, type Step, type StoredUndo, splitSince } from '../storage/work/undos.ts';
import { actorOf } from './keep-undo.ts';
import { takeBackMerge } from './take-back-merge.ts';
import { takeBackSplit } from './take-back-split.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

export type Undone = {
  readonly undone: number;
  readonly left: readonly { readonly conversationId: string; readonly why: string }[];
};
export type TakenBack = Undone & { readonly changes: readonly Change[] };

/**
 * Gives back what an act changed, as far as nobody changed it since; the rest is named. One's own acts for ten minutes;
 * merges and splits for thirty days, by anybody who may answer there. A second try gets the first one's answer.
 * Throws `no_such_undo`, `not_yours`, `too_late`, `merged_on`.
 */
export function takeBack(db: Database, who: Who, id: UndoId, now: Date): Promise<Undone> {
  return db.transaction(async (tx) => {
    const undo = await lockUndo(tx, who.workspaceId, id);
    if (!undo) throw new CareError('not_found', 'no_such_undo', 'There is nothing to take back here (any more).');
    if (undo.kind === 'acts' && undo.actorId !== actorOf(who))
      throw new CareError('forbidden', 'not_yours', 'Only whoever did this can take it back.');
    if (undo.undoneAt) return undoneOf(undo.answer as Undone);
    if (undo.expiresAt <= now)
      throw new CareError(
        'conflict',
        'too_late',
        undo.kind === 'acts'
          ? 'That is more than ten minutes ago. Change it by hand.'
          : 'That is more than thirty days ago. Change it by hand.',
      );
    const { changes, undone, left } = await TAKE_BACK[undo.kind](tx, who, undo, now);
    const answer = { undone, left: [...left] };
    // What it was answered with stays: whoever asks for it again hears of what they did, not of its undoing.
    const kept = { ...answer, first: undo.answer };
    await markUndone(tx, who.workspaceId, id, { answer: kept, by: actorOf(who) }, now);
    if (changes.length > 0) await recordChanges(tx, who.workspaceId, changes, now);
    return answer;
  });
}

const undoneOf = ({ undone, left }: Undone): Undone => ({ undone, left });

const TAKE_BACK = { acts: takeBackActs, merge: takeBackMerge, split: takeBackSplit } as const;

async function takeBackActs(tx: Tx, who: Who, undo: StoredUndo, now: Date): Promise<TakenBack> {
  const { workspaceId } = who;
  const steps = Map.groupBy(await readSteps(tx, workspaceId, undo.id), ({ conversationId }) => conversationId);
  const rows = await lockColumns(tx, workspaceId, [...steps.keys()]);
  const split = await splitSince(tx, workspaceId, [...steps.keys()], undo.position);
  const decided = [...steps].map(([id, ones]) => ({ id, ...decide(who, rows.get(id), ones, split.has(id)) }));
  const patches = decided.filter(({ patch }) => Object.keys(patch).length > 0);
  await patchColumns(tx, workspaceId, patches);
  await addTimelineEvents(
    tx,
    workspaceId,
    patches.map(({ id, groups }) => ({
      ...toldBy(who, now),
      conversationId: id,
      kind: 'undone',
      detail: { what: groups },
    })),
  );
  return {
    undone: patches.length,
    left: decided.flatMap(({ id, why }) => (why ? [{ conversationId: id, why }] : [])),
    changes: patches.map(({ id }) => ({ kind: 'undone', conversationId: id })),
  };
}

type Decided = { readonly patch: Columns; readonly groups: readonly Json[]; readonly why: string | null };

/** The last step first: what it found is what the one before it had made. */
function decide(who: Who, row: Columns | undefined, steps: readonly Step[], wasSplit: boolean): Decided {
  const no = (why: string): Decided => ({ patch: {}, groups: [], why });
  if (!row || !hasRight(who.inboxes ?? null, row.inbox_id as InboxId, 'answer'))
    return no('You may not do this in its inbox any more.');
  if (row.merged_into_id) return no('It became part of another conversation since.');
  // A part of it is elsewhere, as it stood then: giving back only the rest would leave that part behind.
  if (wasSplit) return no('It was split since. Take that split back first.');
  let patch: Columns = {};
  const groups = new Set<Json>();
  const kept = new Set<Group>();
  for (const step of steps.toSorted((a, b) => b.place - a.place)) {
    const back = restore({ ...row, ...patch }, step.before, step.after);
    patch = { ...patch, ...back.patch };
    for (const column of Object.keys(back.patch)) groups.add(column);
    for (const group of back.kept) kept.add(group);
  }
  const settles = patch.attention !== undefined && patch.attention !== null && patch.attention !== 'needs_answer';
  if (settles && !who.agentId) return no('Only a person can decide that this needs no more answer.');
  const wasToldMore = steps.some(({ after }) => after.message_count !== row.message_count);
  if (settles && row.attention === 'needs_answer' && wasToldMore)
    return no('Something was said in it since. Read that first, then decide.');
  return { patch, groups: [...groups], why: keptInWords([...kept]) };
}
