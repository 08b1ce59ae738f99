import { sql } from 'kysely';
import type { ExternalAccountId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 30 * DAY_MS;
/** One that is dead is asked more often whether it lives again. */
const DEAD_EVERY_MS = 7 * DAY_MS;
/** A mail that was taken may still come back for so long. */
const COMES_BACK_MS = DAY_MS;

export interface OwnerToAsk {
  readonly inboxId: InboxId;
  readonly address: string;
  readonly channel: string;
  readonly name: string;
  readonly handle: string | null;
  readonly account: ExternalAccountId;
}

/** Mailboxes of accounts that are to be written to now, each once. A paused or removed inbox is left in peace. */
export async function claimOwners(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<readonly OwnerToAsk[]> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const { rows } = await sql<OwnerToAsk>`
    update inboxes set owner_mailed_at = ${now}
    where workspace_id = ${workspaceId} and removed_at is null and state <> 'paused' and owner_email is not null
      and (owner_mailed_at is null or owner_mailed_at <= case when owner_dead_at is null then ${before(EVERY_MS)}::timestamptz else ${before(DEAD_EVERY_MS)}::timestamptz end)
    returning id as "inboxId", owner_email as address, channel, name, handle, external_id as account`.execute(tx);
  return rows;
}

/** The server of the address took a mail; whether it stays there shows within a day. */
export async function noteOwnerTaken(
  tx: Tx,
  workspaceId: WorkspaceId,
  { inboxId, address }: { readonly inboxId: InboxId; readonly address: string },
  now: Date,
): Promise<void> {
  await sql`update inboxes set owner_taken_at = ${now}
    where workspace_id = ${workspaceId} and id = ${inboxId} and owner_email = ${address}`.execute(tx);
}

/** There is no such mailbox; only as long as it is still the one that is named. */
export async function noteOwnerDead(
  tx: Tx,
  workspaceId: WorkspaceId,
  { inboxId, address }: { readonly inboxId: InboxId; readonly address: string },
  now: Date,
): Promise<void> {
  await sql`update inboxes set owner_dead_at = ${now}
    where workspace_id = ${workspaceId} and id = ${inboxId} and owner_email = ${address}`.execute(tx);
}

/** Mails of the house that came back, by their Message-IDs. */
export async function noteBounces(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageIds: readonly string[],
  detail: string,
  now: Date,
): Promise<void> {
  await sql`with back as (
      update mails set state = 'failed', detail = ${`It came back. ${detail}`.trim().slice(0, 500)}
      where workspace_id = ${workspaceId} and message_id = any(${[...messageIds]}::text[])
      returning kind, inbox_id, address)
    update inboxes i set owner_dead_at = ${now} from back
    where i.workspace_id = ${workspaceId} and back.kind = 'owner' and i.id = back.inbox_id and i.owner_email = back.address`.execute(
    tx,
  );
}

/** A later mail was taken and did not come back. */
export async function reviveOwners(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await sql`update inboxes set owner_dead_at = null
    where workspace_id = ${workspaceId} and owner_dead_at is not null and owner_taken_at > owner_dead_at
      and owner_taken_at <= ${new Date(now.getTime() - COMES_BACK_MS)}`.execute(tx);
}
