import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { ConversationId, Json } from '../core/ids.ts';
import type { Columns } from '../core/work/act.ts';
import { without } from '../core/work/merge.ts';
import { keptInWords, restore } from '../core/work/restore.ts';
import type { Tx } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { lockColumns, patchColumns } from '../storage/work/columns.ts';
import { readStandingMerges, rewriteStep } from '../storage/work/merges.ts';
import { holdForMoving, messagesInLanes, moveThese, outboxOf } from '../storage/work/moving.ts';
import { firstAsked, readTalk } from '../storage/work/talk.ts';
import { readTitles } from '../storage/work/titles.ts';
import { readSteps, type Step, type StoredUndo } from '../storage/work/undos.ts';
import { NOTHING } from './merge-conversations.ts';
import { requireRight } from './require-right.ts';
import type { TakenBack } from './take-back.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

/**
 * Both sides become what they were. What was said since goes where its lane belongs; what people changed since stays and
 * is named; and nothing that waits now stops waiting without having waited before. Throws `merged_on`.
 */
export async function takeBackMerge(tx: Tx, who: Who, undo: StoredUndo, now: Date): Promise<TakenBack> {
  const { workspaceId } = who;
  const steps = await readSteps(tx, workspaceId, undo.id);
  const into = undo.conversationId as ConversationId;
  const target = steps.find((step) => step.conversationId === into);
  const parts = steps.filter((step) => step.conversationId !== into);
  const ids = steps.map((step) => step.conversationId);
  await requireRight(tx, who, 'conversation', ids, 'answer');
  await holdForMoving(tx, workspaceId, ids);
  const rows = await lockColumns(tx, workspaceId, ids);
  const row = rows.get(into);
  if (!row || !target) throw noSuch('conversation');
  if (row.merged_into_id || parts.some((part) => rows.get(part.conversationId)?.merged_into_id !== into))
    throw new CareError(
      'conflict',
      'merged_on',
      'It became part of another conversation since. Take that merge back first, then this one.',
    );

  const merges = await readStandingMerges(tx, workspaceId, into);
  const index = merges.findIndex((merge) => merge.undoId === undo.id);
  const later = without(merges, index);
  const before = later.at(-1)?.after ?? merges[index]?.before ?? target.before;
  const restored = restore(row, before, merges.at(-1)?.after ?? target.after);
  for (const [at, merge] of later.entries()) {
    const undoId = merges[index + 1 + at]?.undoId;
    if (undoId) await rewriteStep(tx, workspaceId, undoId, into, merge);
  }

  const left: { conversationId: string; why: string }[] = [];
  const patches: { id: ConversationId; patch: Columns }[] = [];
  let hasNews = false;
  for (const part of parts) {
    const taken = await takeOut(tx, who, into, part, target, rows.get(part.conversationId) ?? {}, row);
    hasNews ||= taken.hasNews;
    patches.push({ id: part.conversationId, patch: taken.patch });
    if (taken.why) left.push({ conversationId: part.conversationId, why: taken.why });
  }
  const talk = hasNews || restored.kept.includes('talk') ? await readTalk(tx, workspaceId, into) : {};
  // What was asked since in the target's own lanes did not turn what waited already: it must not stop waiting with the rest.
  const asked = stopsWaiting(row, restored.patch)
    ? await firstAsked(tx, workspaceId, { conversationId: into }, { but: target.moved?.asked ?? [] })
    : null;
  patches.push({ id: into, patch: { ...restored.patch, ...talk, ...(asked ? waitsSince(asked) : {}) } });
  await patchColumns(tx, workspaceId, patches);
  const why = keptInWords(restored.kept);
  if (why) left.push({ conversationId: into, why });
  await tell(
    tx,
    who,
    into,
    parts.map(({ conversationId }) => conversationId),
    now,
  );
  return { undone: ids.length, left, changes: ids.map((conversationId) => ({ kind: 'merge', conversationId })) };
}

const stopsWaiting = (row: Columns, patch: Columns): boolean =>
  row.attention === 'needs_answer' && 'attention' in patch && patch.attention !== 'needs_answer';

/** Gives a part back what was its own, and what was said in its lanes since. */
async function takeOut(
  tx: Tx,
  { workspaceId }: Who,
  into: ConversationId,
  part: Step,
  target: Step,
  current: Columns,
  whole: Columns,
): Promise<{ readonly patch: Columns; readonly why: string | null; readonly hasNews: boolean }> {
  const id = part.conversationId;
  const theirs = part.moved ?? NOTHING;
  const back = await moveThese(tx, workspaceId, into, id, theirs);
  const own = new Set(target.moved?.messages ?? []);
  const since = (await messagesInLanes(tx, workspaceId, into, { ...NOTHING, lanes: back.lanes })).filter(
    (one) => !own.has(one),
  );
  const acts = await outboxOf(tx, workspaceId, since);
  await moveThese(tx, workspaceId, into, id, { ...NOTHING, messages: since, outbox: acts });
  const { patch } = restore(current, part.before, part.after);
  const lost = theirs.messages.length - back.messages.length;
  const why = lost > 0 ? `${lost} of its messages went elsewhere since, and stay there.` : null;
  if (since.length === 0 && lost === 0) return { patch, why, hasNews: false };
  const asked = await firstAsked(tx, workspaceId, { messages: since });
  const turns = asked && whole.attention === 'needs_answer' && patch.attention !== 'needs_answer';
  const news = { ...(asked ? { snoozed_until: null } : {}), ...(turns ? waitsSince(asked) : {}) };
  return { patch: { ...patch, ...(await readTalk(tx, workspaceId, id)), ...news }, why, hasNews: true };
}

/** It was answered once, and asked again since. */
export const waitsSince = (at: Json): Columns => ({
  attention: 'needs_answer',
  attention_reason: null,
  attention_by: null,
  attention_at: at,
  waiting_since: at,
  resolution: 'open',
  resolution_by: null,
  resolution_at: null,
});

async function tell(
  tx: Tx,
  who: Who,
  into: ConversationId,
  parts: readonly ConversationId[],
  now: Date,
): Promise<void> {
  const titleOf = await readTitles(tx, who.workspaceId, [into, ...parts]);
  const actor = toldBy(who, now);
  await addTimelineEvents(tx, who.workspaceId, [
    { ...actor, conversationId: into, kind: 'unmerged', detail: { from: parts.map(titleOf) } },
    ...parts.map((conversationId) => ({
      ...actor,
      conversationId,
      kind: 'unmerged_from',
      detail: { into: titleOf(into) },
    })),
  ]);
}
