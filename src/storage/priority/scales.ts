import { sql } from 'kysely';
import type { AgentId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { KeptScale, PriorityRules } from '../../core/priority/scale.ts';
import type { Reader, Tx } from '../database.ts';

/** One version of what counts. */
export interface ScaleRow {
  readonly id: string;
  /** Null: of the whole workspace. */
  readonly teamId: TeamId | null;
  /** From 1. */
  readonly version: number;
  /** Null: the shipped scale, or for a team the workspace's. */
  readonly weights: KeptScale | null;
  readonly why: string;
  readonly madeBy: AgentId | null;
  readonly madeByName: string | null;
  readonly madeAt: Date;
  readonly restores: number | null;
}

/** The latest version of the workspace and of each team that ever had one. */
export async function readScales(db: Reader, workspaceId: WorkspaceId): Promise<readonly ScaleRow[]> {
  const { rows } = await sql<ScaleRow>`select distinct on (s.team_id) ${COLUMNS}
    from priority_scales s left join agents a on a.workspace_id = ${workspaceId} and a.id = s.made_by
    where s.workspace_id = ${workspaceId} order by s.team_id, s.version desc`.execute(db);
  return rows;
}

export async function readPriorityRules(db: Reader, workspaceId: WorkspaceId): Promise<PriorityRules> {
  return rulesOf(await readScales(db, workspaceId));
}

export function rulesOf(scales: readonly Pick<ScaleRow, 'teamId' | 'weights'>[]): PriorityRules {
  const teams = scales.flatMap(({ teamId, weights }) => (teamId && weights ? [[teamId, weights] as const] : []));
  const own = scales.find(({ teamId }) => teamId === null)?.weights;
  return { ...(own ? { scale: own } : {}), teams: Object.fromEntries(teams) };
}

/** Every version, the newest first. */
export async function listVersions(
  db: Reader,
  workspaceId: WorkspaceId,
  teamId: TeamId | null,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<readonly ScaleRow[]> {
  const { rows } = await sql<ScaleRow>`select ${COLUMNS}
    from priority_scales s left join agents a on a.workspace_id = ${workspaceId} and a.id = s.made_by
    where s.workspace_id = ${workspaceId} and s.team_id is not distinct from ${teamId}::uuid
      and s.version < ${before ?? 2_147_483_647} order by s.version desc limit ${limit}`.execute(db);
  return rows;
}

export async function readScale(db: Reader, workspaceId: WorkspaceId, id: string): Promise<ScaleRow | null> {
  const { rows } = await sql<ScaleRow>`select ${COLUMNS}
    from priority_scales s left join agents a on a.workspace_id = ${workspaceId} and a.id = s.made_by
    where s.workspace_id = ${workspaceId} and s.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** False: this id is used, or somebody else made this version first. */
export async function addScale(
  tx: Tx,
  workspaceId: WorkspaceId,
  scale: Omit<ScaleRow, 'madeByName'>,
): Promise<boolean> {
  const done = await tx
    .insertInto('priority_scales')
    .values({
      workspace_id: workspaceId,
      id: scale.id,
      team_id: scale.teamId,
      version: scale.version,
      weights: scale.weights && JSON.stringify(scale.weights),
      why: scale.why,
      made_by: scale.madeBy,
      made_at: scale.madeAt,
      restores: scale.restores,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const COLUMNS = sql.raw(`s.id, s.team_id as "teamId", s.version, s.weights, s.why, s.made_by as "madeBy",
  a.name as "madeByName", s.made_at as "madeAt", s.restores`);
