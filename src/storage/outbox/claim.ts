import { sql } from 'kysely';
import type { ConversationId, ExternalAccountId, InboxId, Json, OutgoingId, WorkspaceId } from '../../core/ids.ts';
import type { StoredAct } from '../../core/outgoing/stored.ts';
import type { Reader, Tx } from '../database.ts';
import { wroteSince } from './overtaken.ts';

/** An act that this process holds until its lease runs out. */
export interface ClaimedAct {
  readonly id: OutgoingId;
  readonly act: StoredAct;
  readonly attempts: number;
  readonly looks: number;
  readonly absences: number;
  readonly firstTriedAt: Date;
  readonly createdAt: Date;
  readonly conversationId: ConversationId | null;
}

/** An inbox that the sender works for. */
export interface SendingInbox {
  readonly id: InboxId;
  readonly channel: string;
  readonly account: ExternalAccountId;
  readonly settings: Json;
  readonly credentials: Uint8Array;
}

/** Workspaces that have something to send, or to look for. */
export async function workspacesWithDue(db: Reader, now: Date): Promise<readonly WorkspaceId[]> {
  const { rows } = await sql<{ id: WorkspaceId }>`select w.id from workspaces w
    where exists (select from outbox o where o.workspace_id = w.id and ${isDue(now)})`.execute(db);
  return rows.map((row) => row.id);
}

/** Inboxes with something due. One that is paused or waits for a login keeps its queue, in sight. */
export async function inboxesWithDue(
  db: Reader,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly SendingInbox[]> {
  const { rows } = await sql<SendingInbox>`
    select i.id, i.channel, i.external_id as account, i.settings, i.credentials from inboxes i
    where i.workspace_id = ${workspaceId} and i.removed_at is null and i.state not in ('paused', 'needs_login')
      and i.id in (select o.inbox_id from outbox o where o.workspace_id = ${workspaceId} and ${isDue(now)})`.execute(
    db,
  );
  return rows;
}

/** Due, or held by a process that lives no more. */
const isDue = (now: Date) => sql`(
  (o.state = 'queued' and o.not_before <= ${now})
  or (o.state = 'unknown' and not o.awaits_person and o.not_before <= ${now} and (o.lease_until is null or o.lease_until < ${now}))
  or (o.state = 'sending' and o.lease_until < ${now}))`;

const CLAIMED = sql`o.id, o.payload as act, o.attempts, o.looks, o.absences, o.first_tried_at as "firstTriedAt", o.created_at as "createdAt",
  o.conversation_id as "conversationId"`;

/**
 * Takes the first unfinished act of each order key for sending. One of unknown outcome holds up those behind it:
 * sent after it, they might stand before it. After the commit it may have been sent, whatever happens to us.
 */
export async function claimToSend(
  tx: Tx,
  workspaceId: WorkspaceId,
  { inboxId, limit, leaseUntil, now }: Claim,
): Promise<readonly ClaimedAct[]> {
  const { rows } = await sql<ClaimedAct>`
    with due as (
      select o.workspace_id, o.id from outbox o
      where o.workspace_id = ${workspaceId} and o.inbox_id = ${inboxId} and o.state = 'queued' and o.not_before <= ${now}
        and exists (select from inboxes i where i.workspace_id = ${workspaceId} and i.id = ${inboxId} and i.removed_at is null and i.state not in ('paused', 'needs_login'))
        and not exists (
          select from outbox b where b.workspace_id = o.workspace_id and b.order_key = o.order_key and b.position < o.position
            and (b.state in ('sending', 'unknown') or (b.state = 'queued' and (b.scheduled_for is null or b.attempts > 0))))
        and (o.read_at_seq is null or o.attempts > 0 or not (${wroteSince}))
      order by o.position limit ${limit}
      for update of o skip locked
    ), taken as (
      update outbox o set state = 'sending', attempts = o.attempts + 1, lease_until = ${leaseUntil}, looks = 0, absences = 0,
        first_tried_at = coalesce(o.first_tried_at, ${now})
      from due where o.workspace_id = due.workspace_id and o.id = due.id
      returning ${CLAIMED}, o.position, o.message_id
    ), shown as (
      update messages m set delivery = 'sending' from taken t where m.workspace_id = ${workspaceId} and m.id = t.message_id
    )
    select id, act, attempts, looks, absences, "firstTriedAt", "createdAt", "conversationId" from taken order by position`.execute(
    tx,
  );
  return rows;
}

/** Takes acts that must be looked for: of unknown outcome, or held by a process that was stopped in between. */
export async function claimToLook(
  tx: Tx,
  workspaceId: WorkspaceId,
  { inboxId, limit, leaseUntil, now }: Claim,
): Promise<readonly ClaimedAct[]> {
  const { rows } = await sql<ClaimedAct>`
    with due as (
      select o.workspace_id, o.id from outbox o
      where o.workspace_id = ${workspaceId} and o.inbox_id = ${inboxId} and o.state in ('sending', 'unknown') and ${isDue(now)}
      order by o.position limit ${limit}
      for update of o skip locked
    ), taken as (
      update outbox o set state = 'unknown', lease_until = ${leaseUntil},
        detail = case when o.state = 'sending' then 'Earshot was stopped while this was being sent.' else o.detail end
      from due where o.workspace_id = due.workspace_id and o.id = due.id
      returning ${CLAIMED}, o.position, o.message_id, o.detail
    ), shown as (
      update messages m set delivery = 'unknown', delivery_detail = t.detail
      from taken t where m.workspace_id = ${workspaceId} and m.id = t.message_id
    )
    select id, act, attempts, looks, absences, "firstTriedAt", "createdAt", "conversationId" from taken order by position`.execute(
    tx,
  );
  return rows;
}

interface Claim {
  readonly inboxId: InboxId;
  readonly limit: number;
  readonly leaseUntil: Date;
  readonly now: Date;
}

/** A living process keeps what it holds. */
export async function renewLeases(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly OutgoingId[],
  leaseUntil: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update outbox set lease_until = ${leaseUntil} where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])
    and state in ('sending', 'unknown') and lease_until is not null`.execute(tx);
}

/** When the other side last wrote in the thread of this answer: the one thing in a frozen act that goes on changing. */
export async function readLastInbound(db: Reader, workspaceId: WorkspaceId, id: OutgoingId): Promise<Date | null> {
  const { rows } = await sql<{ sent_at: Date }>`
    select m.sent_at from outbox o
    join messages ours on ours.workspace_id = o.workspace_id and ours.id = o.message_id
    join messages m on m.workspace_id = o.workspace_id and m.thread_id = ours.thread_id and m.direction = 'inbound'
    where o.workspace_id = ${workspaceId} and o.id = ${id} order by m.sent_at desc limit 1`.execute(db);
  return rows[0]?.sent_at ?? null;
}
