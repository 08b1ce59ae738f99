import { CareError } from '../../core/errors.ts';
import type { TeamId } from '../../core/ids.ts';
import { differences, fill, type KeptScale, type Scale, scaleFor } from '../../core/priority/scale.ts';
import { readTeam } from '../../storage/access/teams.ts';
import { addAudit } from '../../storage/audit.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { addScale, readScale, readScales, rulesOf, type ScaleRow } from '../../storage/priority/scales.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';

interface Wish {
  readonly id: string;
  readonly teamId: TeamId | null;
  /** The version that was changed. */
  readonly from: number;
  /** Null: as shipped, or for a team as the workspace has it. */
  readonly weights: KeptScale | null;
  readonly why: string;
}

/** Counts by this from now on: whatever waits is decided anew. The same id twice is one saving. */
export function saveScale(db: Database, who: Principal, wish: Wish, now: Date): Promise<ScaleRow> {
  return db.transaction((tx) => add(tx, who, { ...wish, restores: null }, now));
}

/** An earlier version counts again, as a new one, so that nothing of what was decided is lost. */
export function restoreScale(
  db: Database,
  who: Principal,
  wish: { readonly id: string; readonly from: number; readonly restores: string; readonly why: string },
  now: Date,
): Promise<ScaleRow> {
  return db.transaction(async (tx) => {
    const earlier = await readScale(tx, who.workspaceId, wish.restores);
    if (!earlier) throw new CareError('not_found', 'no_such_version', 'There is no such version (any more).');
    const { teamId, weights, version } = earlier;
    return add(tx, who, { ...wish, teamId, weights, restores: version }, now);
  });
}

async function add(
  tx: Tx,
  who: Principal,
  wish: Wish & { readonly restores: number | null },
  now: Date,
): Promise<ScaleRow> {
  requireEverywhere(who);
  const { workspaceId } = who;
  const { id, teamId, from, weights, why, restores } = wish;
  const team = teamId && (await readTeam(tx, workspaceId, teamId));
  if (teamId && !team) throw new CareError('not_found', 'no_such_team', 'There is no such team (any more).');
  const earlier = await readScale(tx, workspaceId, id);
  if (earlier) {
    if (isSame(earlier, wish)) return earlier;
    throw new CareError('conflict', 'id_taken', 'This id belongs to another version. Use a new one.');
  }
  const kept = await readScales(tx, workspaceId);
  const held = kept.find((one) => one.teamId === teamId);
  const row = { id, teamId, version: from + 1, weights, why, madeBy: who.agentId, madeAt: now, restores };
  if ((held?.version ?? 0) !== from) throw changedMeanwhile(held);
  if (!(await addScale(tx, workspaceId, row))) {
    const twin = await readScale(tx, workspaceId, id);
    if (twin && isSame(twin, wish)) return twin;
    throw changedMeanwhile(held);
  }
  const scale = (rows: Parameters<typeof rulesOf>[0]): Scale => fill(scaleFor(rulesOf(rows), teamId));
  const detail = {
    ...differences(scale(kept), scale([...kept.filter((one) => one !== held), { teamId, weights }])),
    ...(team ? { team: team.name } : {}),
    version: row.version,
    ...(restores === null ? {} : { restores }),
    ...(why ? { why } : {}),
  };
  await addAudit(tx, who, { act: 'priority.changed', target: teamId, detail }, now);
  const added = await readScale(tx, workspaceId, id);
  if (!added) throw new Error('A version that was just added is not there.');
  await recordChanges(tx, workspaceId, [{ kind: 'priority', conversationId: null }], now);
  return added;
}

function isSame(earlier: ScaleRow, { teamId, weights, restores }: Wish & { readonly restores: number | null }) {
  const compared = (one: KeptScale | null) => one && JSON.stringify(fill(one));
  return earlier.teamId === teamId && earlier.restores === restores && compared(earlier.weights) === compared(weights);
}

const changedMeanwhile = (held: ScaleRow | undefined) =>
  new CareError(
    'conflict',
    'scale_changed',
    held
      ? `${held.madeByName ?? 'A program'} changed these weights meanwhile. Look at them, then save again.`
      : 'These weights were changed meanwhile. Look at them, then save again.',
    { version: held?.version ?? 0 },
  );
