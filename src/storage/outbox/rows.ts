import { sql } from 'kysely';
import type { OutgoingKind } from '../../core/channel/outgoing.ts';
import type { OutboxState } from '../../core/conversation/states.ts';
import type { AgentId, ConversationId, InboxId, Json, MessageId, OutgoingId, WorkspaceId } from '../../core/ids.ts';
import type { StoredAct } from '../../core/outgoing/stored.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import { OUTGOING } from '../changes.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

/** An act that leaves the house, as it is given to the outbox. */
export interface NewOutgoing {
  readonly id: OutgoingId;
  readonly inboxId: InboxId;
  /** Acts with the same key leave one after another. */
  readonly orderKey: string;
  readonly act: StoredAct;
  readonly conversationId: ConversationId | null;
  /** Our own message that it sends. */
  readonly messageId: MessageId | null;
  /** The message that it is done to. */
  readonly targetMessageId: MessageId | null;
  readonly agentId: AgentId | null;
  readonly reason: string | null;
  /** The person who sent it marked the conversation as answered with it. */
  readonly isMarking: boolean;
  /** What waits before its first try: an answer for later, or one that can be taken back for some seconds. */
  readonly wait?: Wait | null;
}

export interface Wait {
  readonly until: Date;
  /** True: a person chose the time. What is for later does not hold up what is said meanwhile. */
  readonly isScheduled: boolean;
  /** What its writer had seen. */
  readonly readAtSeq: number;
  /** The conversation as it was before. */
  readonly before: Json;
}

/** One row of the outbox, as people and actions look at it. */
export interface OutgoingRow {
  readonly id: OutgoingId;
  readonly kind: OutgoingKind;
  readonly state: OutboxState;
  readonly detail: string | null;
  readonly refusal: string | null;
  readonly inboxId: InboxId;
  readonly conversationId: ConversationId | null;
  readonly messageId: MessageId | null;
  readonly targetMessageId: MessageId | null;
  readonly agentId: AgentId | null;
  readonly agentName: string | null;
  readonly act: StoredAct;
  readonly attempts: number;
  readonly awaitsPerson: boolean;
  readonly markedAt: Date | null;
  readonly notBefore: Date;
  /** The time that a person chose for it. */
  readonly scheduledFor: Date | null;
  readonly createdAt: Date;
}

/** The row is the job: whoever listens is told, and takes it after the commit. False: the id was given before. */
export async function insertOutgoing(tx: Tx, workspaceId: WorkspaceId, row: NewOutgoing, now: Date): Promise<boolean> {
  const { rows } = await sql`
    with made as (
      insert into outbox (workspace_id, id, inbox_id, order_key, kind, payload, conversation_id, message_id, target_message_id,
        agent_id, reason, not_before, created_at, marked_at, scheduled_for, read_at_seq, before)
      values (${workspaceId}, ${row.id}, ${row.inboxId}, ${row.orderKey}, ${row.act.kind}, ${storableJson(row.act)}::jsonb,
        ${row.conversationId}, ${row.messageId}, ${row.targetMessageId}, ${row.agentId}, ${row.reason}, ${row.wait?.until ?? now}, ${now},
        ${row.isMarking ? now : null}, ${row.wait?.isScheduled ? row.wait.until : null}::timestamptz, ${row.wait?.readAtSeq ?? null}::bigint,
        ${row.wait ? storableJson(row.wait.before) : null}::jsonb)
      on conflict (workspace_id, id) do nothing returning id
    ) select id, pg_notify(${OUTGOING}, ${String(workspaceId)}) from made`.execute(tx);
  return rows.length === 1;
}

const COLUMNS = sql`o.id, o.kind, o.state, o.detail, o.refusal, o.inbox_id as "inboxId", o.conversation_id as "conversationId",
  o.message_id as "messageId", o.target_message_id as "targetMessageId", o.agent_id as "agentId", a.name as "agentName",
  o.payload as act, o.attempts, o.awaits_person as "awaitsPerson", o.marked_at as "markedAt", o.not_before as "notBefore",
  o.scheduled_for as "scheduledFor", o.created_at as "createdAt"`;

export async function readOutgoing(db: Reader, workspaceId: WorkspaceId, id: OutgoingId): Promise<OutgoingRow | null> {
  const { rows } = await sql<OutgoingRow>`select ${COLUMNS} from outbox o
    left join agents a on a.workspace_id = o.workspace_id and a.id = o.agent_id
    where o.workspace_id = ${workspaceId} and o.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Holds the row until the transaction ends: a sender and a person may reach for it at once. */
export async function lockOutgoing(tx: Tx, workspaceId: WorkspaceId, id: OutgoingId): Promise<OutgoingRow | null> {
  const { rows } = await sql<OutgoingRow>`select ${COLUMNS} from outbox o
    left join agents a on a.workspace_id = o.workspace_id and a.id = o.agent_id
    where o.workspace_id = ${workspaceId} and o.id = ${id} for update of o`.execute(tx);
  return rows[0] ?? null;
}

/** The acts of a conversation that are not done, and the newest that are, oldest first. */
export async function listOutgoing(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  visible: readonly InboxId[] | null = null,
  limit = 50,
): Promise<readonly OutgoingRow[]> {
  const { rows } = await sql<OutgoingRow>`select ${COLUMNS} from outbox o
    left join agents a on a.workspace_id = o.workspace_id and a.id = o.agent_id
    where o.workspace_id = ${workspaceId} and o.conversation_id = ${conversationId} and ${inInboxes(visible, 'o')}
    order by o.state in ('sent', 'cancelled'), o.position desc limit ${limit}`.execute(db);
  return rows.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}

/** What is not done, over all conversations: nothing may get stuck unseen. Newest first. */
export async function listUnfinished(
  db: Reader,
  workspaceId: WorkspaceId,
  limit: number,
  visible: readonly InboxId[] | null,
): Promise<readonly OutgoingRow[]> {
  const { rows } = await sql<OutgoingRow>`select ${COLUMNS} from outbox o
    left join agents a on a.workspace_id = o.workspace_id and a.id = o.agent_id
    where o.workspace_id = ${workspaceId} and o.state in ('queued', 'sending', 'unknown', 'failed') and ${inInboxes(visible, 'o')}
    order by o.position desc limit ${limit}`.execute(db);
  return rows;
}

/** What waits for its time or its next try is due at once, whoever wrote since. False: it is due already. */
export async function bringForward(tx: Tx, workspaceId: WorkspaceId, id: OutgoingId, now: Date): Promise<boolean> {
  const { rows } = await sql`
    with due as (
      update outbox set not_before = ${now}, detail = null, scheduled_for = null, read_at_seq = null
      where workspace_id = ${workspaceId} and id = ${id} and state = 'queued' and not_before > ${now} returning message_id
    ), shown as (
      update messages m set delivery_detail = null from due where m.workspace_id = ${workspaceId} and m.id = due.message_id
    ) select pg_notify(${OUTGOING}, ${String(workspaceId)}) from due`.execute(tx);
  return rows.length > 0;
}

/** Puts it at the sender's door again, from the start: what it knew of earlier tries no longer holds. */
export async function queueAgain(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: OutgoingId,
  { act, isMarking }: { readonly act?: StoredAct; readonly isMarking: boolean },
  now: Date,
): Promise<void> {
  await sql`
    with queued as (
      update outbox set state = 'queued', detail = null, refusal = null, awaits_person = false, looks = 0, absences = 0,
        first_tried_at = null, lease_until = null, finished_at = null, not_before = ${now}, scheduled_for = null, read_at_seq = null,
        payload = coalesce(${act ? storableJson(act) : null}::jsonb, payload),
        marked_at = case when ${isMarking}::boolean then ${now}::timestamptz else marked_at end
      where workspace_id = ${workspaceId} and id = ${id} returning message_id
    ), shown as (
      update messages m set delivery = 'queued', delivery_detail = null
      from queued where m.workspace_id = ${workspaceId} and m.id = queued.message_id
    ) select pg_notify(${OUTGOING}, ${String(workspaceId)}) from queued`.execute(tx);
}
