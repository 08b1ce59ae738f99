import type { WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

/** What a workspace asks of whoever signs in. */
export interface Policy {
  readonly requireSecondFactor: boolean;
  /** Signed out after so many days without use. */
  readonly sessionDays: number;
  readonly allowPasswords: boolean;
}

export const USUAL_POLICY: Policy = { requireSecondFactor: false, sessionDays: 14, allowPasswords: true };

export async function readPolicy(db: Reader, workspaceId: WorkspaceId): Promise<Policy> {
  const row = await db
    .selectFrom('security_policies')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row ? fromRow(row) : USUAL_POLICY;
}

/** The row, there and locked until the transaction ends: of two changes at once the second sees the first. */
export async function lockPolicy(tx: Tx, workspaceId: WorkspaceId): Promise<Policy> {
  await tx
    .insertInto('security_policies')
    .values(toRow(workspaceId, USUAL_POLICY))
    .onConflict((conflict) => conflict.column('workspace_id').doNothing())
    .execute();
  const row = await tx
    .selectFrom('security_policies')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

export async function writePolicy(tx: Tx, workspaceId: WorkspaceId, policy: Policy): Promise<void> {
  await tx
    .updateTable('security_policies')
    .set(toRow(workspaceId, policy))
    .where('workspace_id', '=', workspaceId)
    .execute();
}

const toRow = (workspaceId: WorkspaceId, { requireSecondFactor, sessionDays, allowPasswords }: Policy) => ({
  workspace_id: workspaceId,
  require_second_factor: requireSecondFactor,
  session_days: sessionDays,
  allow_passwords: allowPasswords,
});

function fromRow(row: { require_second_factor: boolean; session_days: number; allow_passwords: boolean }): Policy {
  return {
    requireSecondFactor: row.require_second_factor,
    sessionDays: row.session_days,
    allowPasswords: row.allow_passwords,
  };
}
