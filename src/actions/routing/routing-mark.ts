import type { WorkspaceId } from '../../core/ids.ts';
import { readSeq } from '../../storage/changes.ts';
import type { Reader } from '../../storage/database.ts';
import { readDesks } from '../../storage/routing/desks.ts';
import { readPolicies } from '../../storage/routing/policies.ts';
import { isAnyUndecided, readLeft } from '../../storage/routing/queue.ts';

/**
 * What decides whom anything could be given to, in one line. Null: nothing is given out here. While it stays the same
 * after a look that found nobody, looking again finds nobody.
 */
export async function routingMark(db: Reader, workspaceId: WorkspaceId, now: Date): Promise<string | null> {
  const policies = await readPolicies(db, workspaceId);
  if (policies.every(({ policy }) => policy.mode === 'off')) return null;
  const seq = await readSeq(db, workspaceId);
  const isMoving = (await isAnyUndecided(db, workspaceId, now)) || (await readLeft(db, workspaceId, now, 1)).length > 0;
  const desks = await readDesks(db, workspaceId, now);
  const seats = desks
    .filter(({ isGiven, isAway, isWithinHours }) => isGiven && !isAway && isWithinHours)
    .map(({ agentId, load, capacity, presence, skills, languages, teamIds, rights }) =>
      [agentId, load, capacity, presence, skills, languages, teamIds, rights && [...rights]].join(),
    );
  const held = policies.map(({ teamId, version }) => `${teamId}:${version}`);
  return JSON.stringify([seq, isMoving ? now.getTime() : 0, held, seats]);
}
