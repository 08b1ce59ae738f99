import { CareError } from '../../core/errors.ts';
import type { Head } from '../../core/learning/own.ts';
import { addAudit } from '../../storage/audit.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';
import { listModels } from '../../storage/learning/models.ts';
import { type LearningMode, lockProgress, writeMode } from '../../storage/learning/progress.ts';
import { moveStamp } from '../../storage/learning/settings.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';

export interface ModelChoice {
  readonly head: Head;
  readonly mode: LearningMode;
  /** For `held`: the version to stay with. */
  readonly version?: number | undefined;
}

/**
 * Goes back to an earlier version of the workspace's own model and stays there, switches it off, or lets it learn by itself
 * again. Throws `nothing_learned`, `no_such_version`.
 */
export async function chooseModel(db: Database, who: Principal, choice: ModelChoice, now: Date): Promise<void> {
  requireEverywhere(who);
  const { workspaceId } = who;
  return db.transaction(async (tx) => {
    const before = await lockProgress(tx, workspaceId, choice.head);
    if (!before)
      throw new CareError(
        'conflict',
        'nothing_learned',
        'Nobody has put anything of this right yet: nothing is learned.',
      );
    const versions = (await listModels(tx, workspaceId)).filter(({ head }) => head === choice.head);
    const version =
      choice.mode === 'held' ? choice.version : choice.mode === 'off' ? before.version : (versions[0]?.version ?? null);
    if (choice.mode === 'held' && !versions.some((one) => one.version === version))
      throw new CareError('not_found', 'no_such_version', 'This version is not kept (any more). Three are.');
    const after = { mode: choice.mode, version: version ?? null };
    if (before.mode === after.mode && before.version === after.version) return;
    await writeMode(tx, workspaceId, choice.head, after.mode, after.version);
    await moveStamp(tx, workspaceId);
    const was = { mode: before.mode, version: before.version };
    await addAudit(
      tx,
      who,
      { act: 'understanding.model_chosen', target: choice.head, detail: { before: was, after } },
      now,
    );
    await recordChanges(tx, workspaceId, [{ kind: 'understanding', conversationId: null }], now);
  });
}
