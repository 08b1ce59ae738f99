import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

export interface SecondFactors {
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** What an agent can show beside a password. */
export async function readSecondFactors(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId,
): Promise<SecondFactors> {
  const { rows } = await sql<SecondFactors>`select
    exists (select 1 from totp_secrets where workspace_id = ${workspaceId} and agent_id = ${agentId} and confirmed_at is not null) as totp,
    (select count(*)::int from passkeys where workspace_id = ${workspaceId} and agent_id = ${agentId}) as passkeys,
    (select count(*)::int from recovery_codes where workspace_id = ${workspaceId} and agent_id = ${agentId} and used_at is null) as "recoveryCodes"`.execute(
    db,
  );
  return rows[0] ?? { totp: false, passkeys: 0, recoveryCodes: 0 };
}
