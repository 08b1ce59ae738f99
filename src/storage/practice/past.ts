import { sql } from 'kysely';
import type { Attention, Delivery, Resolution } from '../../core/conversation/states.ts';
import type { AgentId, ConversationId, LabelId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

export interface FiledMessage {
  readonly id: MessageId;
  readonly channel: string;
  readonly externalId: string;
  readonly conversationId: ConversationId | null;
}

/** Those of these messages that are filed. */
export async function findFiled(
  db: Reader,
  workspaceId: WorkspaceId,
  externalIds: readonly string[],
): Promise<readonly FiledMessage[]> {
  const { rows } =
    await sql<FiledMessage>`select m.id, i.channel, m.external_id as "externalId", m.conversation_id as "conversationId"
    from messages m join inboxes i on i.workspace_id = m.workspace_id and i.id = m.inbox_id
    where m.workspace_id = ${workspaceId} and m.external_id = any(${[...externalIds]}::text[])`.execute(db);
  return rows;
}

export async function countFiled(db: Reader, workspaceId: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from messages
    where workspace_id = ${workspaceId} and external_id is not null`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Who of the team wrote what the network shows as the company's, and where it belongs. */
export interface WrittenBy {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly agentId: AgentId | null;
  readonly delivery: Delivery | null;
}

export async function writeAuthors(tx: Tx, workspaceId: WorkspaceId, rows: readonly WrittenBy[]): Promise<void> {
  await sql`update messages m set conversation_id = r."conversationId", agent_id = r."agentId", is_history = false,
      delivery = coalesce(r.delivery, m.delivery)
    from json_to_recordset(${jsonRows(rows)}) as r (id uuid, "conversationId" uuid, "agentId" uuid, delivery text)
    where m.workspace_id = ${workspaceId} and m.id = r.id`.execute(tx);
}

/** Where a conversation stood at the end of its past. */
export interface PastState {
  readonly id: ConversationId;
  readonly attention: Attention;
  readonly reason: string | null;
  readonly by: AgentId | null;
  readonly at: Date | null;
  readonly resolution: Resolution;
  readonly resolvedBy: AgentId | null;
  readonly resolvedAt: Date | null;
  readonly assigneeId: AgentId | null;
  readonly waitingSince: Date | null;
  readonly openedAt: Date | null;
  readonly openedBy: AgentId | null;
  readonly snoozedUntil: Date | null;
  readonly firstResponseAt: Date | null;
  readonly firstResponseBy: AgentId | null;
  readonly createdAt: Date;
  readonly labelIds: readonly LabelId[];
  readonly promisedFor: Date | null;
  readonly promise: string | null;
}

export async function writeStates(tx: Tx, workspaceId: WorkspaceId, states: readonly PastState[]): Promise<void> {
  await sql`
    update conversations c set attention = r.attention, attention_reason = r.reason, attention_by = r.by, attention_at = r.at,
      resolution = r.resolution, resolution_by = r."resolvedBy", resolution_at = r."resolvedAt", assignee_id = r."assigneeId",
      waiting_since = r."waitingSince", opened_at = r."openedAt", opened_by = r."openedBy", snoozed_until = r."snoozedUntil",
      first_response_at = r."firstResponseAt", first_response_by = r."firstResponseBy", created_at = r."createdAt",
      answered_elsewhere_at = null, label_ids = r."labelIds", promised_for = r."promisedFor", promise = r.promise
    from json_to_recordset(${jsonRows(states)}) as r (id uuid, attention text, reason text, by uuid, at timestamptz, resolution text,
      "resolvedBy" uuid, "resolvedAt" timestamptz, "assigneeId" uuid, "waitingSince" timestamptz, "openedAt" timestamptz,
      "openedBy" uuid, "snoozedUntil" timestamptz, "firstResponseAt" timestamptz, "firstResponseBy" uuid, "createdAt" timestamptz,
      "labelIds" uuid[], "promisedFor" timestamptz, promise text)
    where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(tx);
  // Some answers found their conversation only now: what is counted over its messages is counted anew.
  await sql`
    update conversations c set message_count = s.count, last_message_at = s.last, last_inbound_at = s.inbound, last_outbound_at = s.outbound,
      preview = case when s.preview = '' then c.preview else s.preview end
    from (
      select conversation_id, count(*)::int as count, max(sent_at) as last, max(sent_at) filter (where direction = 'inbound') as inbound,
        max(sent_at) filter (where direction = 'outbound') as outbound,
        left(regexp_replace((array_agg(text order by sent_at desc, id desc))[1], '\\s+', ' ', 'g'), 200) as preview
      from messages where workspace_id = ${workspaceId} and direction <> 'note'
        and conversation_id = any(${states.map(({ id }) => id)}::uuid[]) group by conversation_id
    ) s where c.workspace_id = ${workspaceId} and c.id = s.conversation_id`.execute(tx);
}

export interface PastNote {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly agentId: AgentId;
  readonly text: string;
  readonly search: string;
  readonly at: Date;
}

export async function writeNotes(tx: Tx, workspaceId: WorkspaceId, notes: readonly PastNote[]): Promise<void> {
  await sql`insert into messages (workspace_id, id, inbox_id, conversation_id, agent_id, direction, reach, text, search, sent_at, received_at)
    select c.workspace_id, r.id, c.inbox_id, c.id, r."agentId", 'note', 'owned_private', r.text, r.search, r.at, r.at
    from json_to_recordset(${jsonRows(notes)}) as r (id uuid, "conversationId" uuid, "agentId" uuid, text text, search text, at timestamptz)
    join conversations c on c.workspace_id = ${workspaceId} and c.id = r."conversationId"`.execute(tx);
}
