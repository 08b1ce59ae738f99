import { sql } from 'kysely';
import type { AccountLook } from '../../core/health/findings.ts';
import type { ExternalAccountId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

/** An account that is to be looked at. */
export interface DueLook {
  readonly id: InboxId;
  readonly channel: string;
  readonly account: ExternalAccountId;
  readonly sealed: Uint8Array;
  /** Looks that failed in a row before. */
  readonly failures: number;
  /** What the network was had to send by itself, in words; null: nobody knows. */
  readonly sendsDue: readonly string[] | null;
}

/** Takes some that nobody looked at for so long. They count as looked at from now on, whatever becomes of us. */
export async function claimLooks(
  tx: Tx,
  workspaceId: WorkspaceId,
  claim: { readonly now: Date; readonly everyMs: number; readonly againMs: number; readonly limit: number },
): Promise<readonly DueLook[]> {
  const before = new Date(claim.now.getTime() - claim.everyMs);
  const failedBefore = new Date(claim.now.getTime() - claim.againMs);
  const { rows } = await sql<DueLook>`
    with due as (
      select id from inboxes
      where workspace_id = ${workspaceId} and removed_at is null and state <> 'paused'
        and (checked_at is null or checked_at < ${before}
          or (checked_at < ${failedBefore} and coalesce((last_check ->> 'failures')::integer, 0) = 1))
      order by checked_at nulls first limit ${claim.limit} for update skip locked
    )
    update inboxes i set checked_at = ${claim.now} from due
    where i.workspace_id = ${workspaceId} and i.id = due.id
    returning i.id, i.channel, i.external_id as account, i.credentials as sealed, i.sends_due as "sendsDue",
      coalesce((i.last_check ->> 'failures')::integer, 0) as failures`.execute(tx);
  return rows;
}

/** @param expiresAt undefined: not told, as it was */
export async function noteLook(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InboxId,
  look: AccountLook,
  expiresAt: Date | null | undefined,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('inboxes')
    .set({
      last_check: sql`${storableJson({ ...look, warnings: [...look.warnings] })}::jsonb`,
      checked_at: now,
      ...(expiresAt === undefined ? {} : { token_expires_at: expiresAt }),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/**
 * What the network sends by itself, in words. `due`: what it was had to send, so that a look that finds less asks for it
 * anew; what is left out stays as it was.
 */
export async function noteSends(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InboxId,
  { sends, due }: { readonly sends?: readonly string[] | undefined; readonly due?: readonly string[] | undefined },
): Promise<void> {
  await sql`update inboxes set
      sends = coalesce(${sends ? [...sends] : null}::text[], sends),
      sends_due = coalesce(${due ? [...due] : null}::text[], sends_due)
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Puts renewed credentials in the place of the old ones. False: somebody changed them meanwhile, and theirs stay. */
export async function replaceCredentials(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InboxId,
  { from, to, expiresAt }: { readonly from: Uint8Array; readonly to: Uint8Array; readonly expiresAt: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inboxes')
    .set({ credentials: to, token_expires_at: expiresAt })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('credentials', '=', from)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
