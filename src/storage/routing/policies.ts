import { sql } from 'kysely';
import type { AgentId, TeamId, WorkspaceId } from '../../core/ids.ts';
import { type CurrentPolicy, OFF, type RoutingPolicy } from '../../core/routing/policy.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

export interface PolicyVersion {
  readonly teamId: TeamId | null;
  readonly version: number;
  /** Null: from then on the team has none of its own. */
  readonly policy: RoutingPolicy | null;
  readonly madeBy: AgentId | null;
  readonly madeAt: Date;
}

/** As they hold now: a team whose own was taken away is not among them. */
export async function readPolicies(db: Reader, workspaceId: WorkspaceId): Promise<readonly CurrentPolicy[]> {
  const versions = await listCurrentVersions(db, workspaceId);
  return versions.flatMap(({ teamId, version, policy }) =>
    policy === null ? [] : [{ teamId, version, policy: { ...OFF, ...policy } }],
  );
}

/** The latest of each, with those that took one away. */
export async function listCurrentVersions(db: Reader, workspaceId: WorkspaceId): Promise<readonly PolicyVersion[]> {
  const { rows } = await sql<PolicyVersion>`
    select distinct on (scope) team_id as "teamId", version, policy, made_by as "madeBy", made_at as "madeAt" from routing_policies
    where workspace_id = ${workspaceId} order by scope, version desc`.execute(db);
  return rows;
}

/** The latest first. */
export async function listPolicyVersions(
  db: Reader,
  workspaceId: WorkspaceId,
  teamId: TeamId | null,
  limit = 50,
): Promise<readonly PolicyVersion[]> {
  const { rows } = await sql<PolicyVersion>`
    select team_id as "teamId", version, policy, made_by as "madeBy", made_at as "madeAt" from routing_policies
    where workspace_id = ${workspaceId} and team_id is not distinct from ${teamId}::uuid
    order by version desc limit ${limit}`.execute(db);
  return rows;
}

/** False: somebody else made that version first. */
export async function addPolicyVersion(tx: Tx, workspaceId: WorkspaceId, made: PolicyVersion): Promise<boolean> {
  const { rows } = await sql`
    insert into routing_policies (workspace_id, team_id, version, policy, made_by, made_at)
    values (${workspaceId}, ${made.teamId}::uuid, ${made.version},
      ${made.policy && storableJson(made.policy)}::jsonb, ${made.madeBy}::uuid, ${made.madeAt})
    on conflict do nothing returning version`.execute(tx);
  return rows.length > 0;
}
