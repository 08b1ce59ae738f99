import { setImmediate as othersTurn } from 'node:timers/promises';
import type { WorkspaceId } from '../../core/ids.ts';
import type { BaseOf } from '../../core/learning/base.ts';
import { CONFIRMED, CORRECTED, type Example } from '../../core/learning/example.ts';
import { labelsOf } from '../../core/learning/labels-of.ts';
import { type Learned, learn, MOST_EXAMPLES } from '../../core/learning/learn.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';
import { type Lesson, readLessons } from '../../storage/learning/lessons.ts';
import { insertModel } from '../../storage/learning/models.ts';
import { type Progress, putInUse, writeFitted } from '../../storage/learning/progress.ts';
import { moveStamp, readUnderstandingSettings } from '../../storage/learning/settings.ts';

const SLICE = 200;

/**
 * Learns one head anew from what people put right, and uses it where it is no worse than what is shipped. Others get their
 * turn in between: filing goes on. @returns what came of it
 */
export async function learnAnew(
  db: Database,
  workspaceId: WorkspaceId,
  progress: Progress,
  shipped: { readonly baseOf: BaseOf; readonly version: string },
  now: Date,
): Promise<Learned['kind']> {
  const { head } = progress;
  const { topics } = await readUnderstandingSettings(db.read, workspaceId);
  const labels = labelsOf(head, topics);
  const lessons = await readLessons(db.read, workspaceId, head, MOST_EXAMPLES);
  const examples: Example[] = [];
  for (const [at, lesson] of lessons.entries()) {
    const label = labels.indexOf(lesson.label);
    if (label >= 0) examples.push({ ...read(lesson, shipped.baseOf, head), label });
    if (at % SLICE === SLICE - 1) await othersTurn();
  }
  const learning = learn(labels, examples);
  let step = learning.next();
  while (!step.done) {
    await othersTurn();
    step = learning.next();
  }
  await keep(db, workspaceId, progress, step.value, shipped.version, now);
  return step.value.kind;
}

function read(
  { text, isPrivate, language, isCorrected }: Lesson,
  baseOf: BaseOf,
  head: Progress['head'],
): Omit<Example, 'label'> {
  const { features, p } = baseOf(text, { isPrivate, likelyLanguage: language, rating: null });
  return { features, base: p[head], weight: isCorrected ? CORRECTED : CONFIRMED };
}

function keep(
  db: Database,
  workspaceId: WorkspaceId,
  progress: Progress,
  learned: Learned,
  over: string,
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    const { head: model, ...about } = learned.kind === 'learned' ? learned : { ...learned, head: null };
    // Whoever was quicker, or a lead who chose otherwise meanwhile, is right.
    if (!(await writeFitted(tx, workspaceId, progress, about, now))) return;
    if (model !== null && learned.kind === 'learned') {
      const { kind: _, head: __, ...judged } = learned;
      const version = await insertModel(tx, workspaceId, progress.head, model, { ...judged, over }, now);
      await putInUse(tx, workspaceId, progress.head, version);
      await moveStamp(tx, workspaceId);
    }
    await recordChanges(tx, workspaceId, [{ kind: 'understanding', conversationId: null }], now);
  });
}
