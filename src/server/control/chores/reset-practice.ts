import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CareError } from '../../../core/errors.ts';
import { listWorkspaces, removeWorkspace } from '../../../storage/workspaces.ts';
import type { ChoreDeps } from '../chores.ts';

/**
 * A running practice workspace begins anew by itself. Where none runs, what is left of it goes, and the next start
 * makes a new one. Real workspaces are never touched.
 */
export async function* resetPractice({ db, dataFolder, resetRunningPractice }: ChoreDeps) {
  if (resetRunningPractice) {
    await resetRunningPractice();
    yield { reset: 'running' };
    return;
  }
  const practice = (await listWorkspaces(db.read)).filter(({ isPractice }) => isPractice);
  if (practice.length === 0)
    throw new CareError('not_found', 'no_practice', 'There is no practice workspace in this database.');
  for (const { id } of practice) {
    await db.transaction((tx) => removeWorkspace(tx, id));
    await rm(join(dataFolder, 'media', String(id)), { recursive: true, force: true });
  }
  yield { reset: 'removed' };
}
