import { sql } from 'kysely';
import type { Reach } from '../../core/channel/event.ts';
import type { ConversationId, IdentityId, InboxId, Json, MessageId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { tellingHooks } from '../hooks/tell.ts';
import type { Packed } from '../packed-understood.ts';
import { jsonRows } from '../rows.ts';

export interface KnownMessage {
  readonly id: MessageId;
  readonly threadId: ThreadId | null;
  readonly conversationId: ConversationId | null;
}

/** Which of these external ids are messages of ours already, by `externalKey`. */
export async function findMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  keys: readonly { readonly inbox_id: string; readonly external_id: string }[],
): Promise<Map<string, KnownMessage>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{
    inbox_id: string;
    external_id: string;
    id: MessageId;
    thread_id: ThreadId | null;
    conversation_id: ConversationId | null;
  }>`
    select m.inbox_id, m.external_id, m.id, m.thread_id, m.conversation_id
    from json_to_recordset(${jsonRows(keys)}) as r (inbox_id uuid, external_id text)
    join messages m on m.workspace_id = ${workspaceId} and m.inbox_id = r.inbox_id and m.external_id = r.external_id`.execute(
    tx,
  );
  return new Map(
    rows.map((row) => [
      `${row.inbox_id}\n${row.external_id}`,
      { id: row.id, threadId: row.thread_id, conversationId: row.conversation_id },
    ]),
  );
}

export interface NewMessage {
  readonly id: MessageId;
  readonly inboxId: InboxId;
  readonly threadId: ThreadId;
  readonly conversationId: ConversationId | null;
  readonly identityId: IdentityId | null;
  readonly externalId: string;
  readonly worldId: string | null;
  readonly parentExternalId: string | null;
  readonly mark: string | null;
  readonly direction: 'inbound' | 'outbound';
  readonly reach: Reach;
  readonly text: string;
  readonly content: object;
  readonly search: string;
  readonly language: string | null;
  readonly understood: Packed | null;
  readonly automatic: string | null;
  readonly isHistory: boolean;
  readonly isPartial: boolean;
  readonly remote: Json;
  readonly permalink: string | null;
  readonly sentAt: Date;
  readonly receivedAt: Date;
  readonly ledgerId: number;
}

/** Files them; the unique key decides. @returns the ids of those that were new */
export async function insertMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  messages: readonly NewMessage[],
): Promise<ReadonlySet<MessageId>> {
  if (messages.length === 0) return new Set();
  const { rows } = await sql<{ id: MessageId }>`
    with filed as (insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, external_id, world_id, parent_external_id, mark, direction,
      reach, text, content, search, language, understood, automatic, is_history, is_partial, delivery, remote, permalink, sent_at, received_at, ledger_id)
    select ${workspaceId}, r.id, r."inboxId", r."threadId", r."conversationId", r."identityId", r."externalId", r."worldId", r."parentExternalId", r.mark,
      r.direction, r.reach, r.text, r.content, r.search, r.language, r.understood, r.automatic, r."isHistory", r."isPartial",
      case when r.direction = 'outbound' then 'sent' end, r.remote, r.permalink, r."sentAt", r."receivedAt", r."ledgerId"
    from json_to_recordset(${jsonRows(messages)}) as r (id uuid, "inboxId" uuid, "threadId" uuid, "conversationId" uuid, "identityId" uuid,
      "externalId" text, "worldId" text, "parentExternalId" text, mark text, direction text, reach text, text text, content jsonb, search text, language text, understood text,
      automatic text, "isHistory" boolean, "isPartial" boolean, remote jsonb, permalink text, "sentAt" timestamptz, "receivedAt" timestamptz, "ledgerId" bigint)
    on conflict (workspace_id, inbox_id, external_id) do nothing
    returning id, direction, conversation_id, is_history, received_at
    ), told as (${tellingHooks(workspaceId, TOLD)})
    select id from filed`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/** Other programs hear of what is new; what we said on the network itself, past the desk, is sent too. */
const TOLD = sql`select case f.direction when 'inbound' then 'message.received' else 'message.sent' end as event, f.received_at as at,
    f.conversation_id, f.id as message_id, '{}'::jsonb as about
  from filed f where f.conversation_id is not null and not f.is_history`;

/** Our own words in a private thread from before the person first wrote belong to the conversation that opens now. */
export async function gatherEarlier(
  tx: Tx,
  workspaceId: WorkspaceId,
  rows: readonly { readonly threadId: ThreadId; readonly conversationId: ConversationId }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`update messages m set conversation_id = r."conversationId"
    from json_to_recordset(${jsonRows(rows)}) as r ("threadId" uuid, "conversationId" uuid)
    where m.workspace_id = ${workspaceId} and m.thread_id = r."threadId" and m.conversation_id is null`.execute(tx);
}
