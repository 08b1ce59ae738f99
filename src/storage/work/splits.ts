import { sql } from 'kysely';
import type { ContactId, ConversationId, IdentityId, InboxId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { Columns } from '../../core/work/act.ts';
import type { Tx } from '../database.ts';
import { storableJson } from '../rows.ts';
import type { Moved } from './undos.ts';

export interface Chosen {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound' | 'note';
  readonly inboxId: InboxId;
  readonly threadId: ThreadId | null;
  readonly channel: string;
  readonly reach: string;
  readonly subject: string | null;
  readonly identityId: IdentityId | null;
  readonly contactId: ContactId | null;
}

/** Those of these messages that are in the conversation, oldest first. */
export async function readChosen(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  ids: readonly string[],
): Promise<readonly Chosen[]> {
  const { rows } = await sql<Chosen>`
    select m.id, m.direction, m.inbox_id as "inboxId", m.thread_id as "threadId", b.channel, m.reach, m.content ->> 'subject' as subject,
      m.identity_id as "identityId", i.contact_id as "contactId"
    from json_array_elements_text(${JSON.stringify(ids)}::json) r (id)
    join messages m on m.workspace_id = ${workspaceId} and m.id = r.id::uuid and m.conversation_id = ${conversationId}
    join inboxes b on b.workspace_id = ${workspaceId} and b.id = m.inbox_id
    left join identities i on i.workspace_id = ${workspaceId} and i.id = m.identity_id
    order by m.sent_at, m.id`.execute(tx);
  return rows;
}

/** How many messages, notes apart, a conversation has. */
export async function countSaid(tx: Tx, workspaceId: WorkspaceId, conversationId: ConversationId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from messages
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and direction <> 'note'`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** A conversation of its own, like another one but for these columns. False: there is one with this id already. */
export async function insertLike(
  tx: Tx,
  workspaceId: WorkspaceId,
  like: ConversationId,
  columns: Columns,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into conversations
    select p.* from conversations c cross join lateral jsonb_populate_record(c, ${storableJson(columns)}::jsonb) p
    where c.workspace_id = ${workspaceId} and c.id = ${like}
    on conflict (workspace_id, id) do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Lanes of which everything said in the one now stands in the other follow it. */
export async function moveEmptiedLanes(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: ConversationId,
  to: ConversationId,
): Promise<Moved['lanes']> {
  const standsIn = (id: ConversationId) => sql`exists (select from messages m
    where m.workspace_id = ${workspaceId} and m.conversation_id = ${id} and m.thread_id = l.thread_id
      and l.lane = case when m.reach = 'owned_private' then m.thread_id else m.identity_id end)`;
  const { rows } = await sql<{ thread: string; lane: string }>`
    update lanes l set conversation_id = ${to}
    where l.workspace_id = ${workspaceId} and l.conversation_id = ${from} and ${standsIn(to)} and not ${standsIn(from)}
    returning l.thread_id as thread, l.lane`.execute(tx);
  return rows.map(({ thread, lane }) => [thread, lane] as const);
}
