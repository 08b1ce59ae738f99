import { type RawBuilder, sql } from 'kysely';
import type { Reach } from '../../core/channel/event.ts';
import type { Delivery } from '../../core/conversation/states.ts';
import type {
  AgentId,
  ContactId,
  ConversationId,
  InboxId,
  Json,
  MessageId,
  ThreadId,
  WorkspaceId,
} from '../../core/ids.ts';
import type { Understood } from '../../core/understanding/understood.ts';
import type { Reader } from '../database.ts';
import { withUnderstood } from '../packed-understood.ts';

/** One message with who said it and what it points at. Its HTML stays in the database: it is asked for by itself. */
export interface Said {
  readonly id: MessageId;
  readonly inboxId: InboxId;
  readonly channel: string;
  readonly inboxName: string;
  readonly threadId: ThreadId | null;
  readonly conversationId: ConversationId | null;
  readonly externalId: string | null;
  readonly direction: 'inbound' | 'outbound' | 'note';
  readonly reach: Reach;
  readonly agentId: AgentId | null;
  readonly agentName: string | null;
  readonly contactId: ContactId | null;
  readonly contactName: string | null;
  readonly avatarUrl: string | null;
  readonly text: string;
  readonly content: { readonly [key: string]: Json };
  readonly hasHtml: boolean;
  readonly language: string | null;
  readonly understood: Understood | null;
  readonly automatic: string | null;
  readonly isHistory: boolean;
  readonly delivery: Delivery | null;
  readonly deliveryDetail: string | null;
  readonly permalink: string | null;
  readonly parentId: MessageId | null;
  readonly quotesId: MessageId | null;
  readonly sentAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly hiddenAt: Date | null;
  /** As the network knows the message, its thread, and the inbox's own settings. */
  readonly remote: Json;
  readonly threadRemote: Json;
  readonly settings: Json;
  readonly mentions: { readonly agents: readonly string[]; readonly teams: readonly string[] } | null;
}

/** How much of what others said is shown around a conversation in public. */
const BEFORE = 20;
const AFTER = 10;

/**
 * What others, and we to others, said in the same public threads: what these messages answer, and what stands nearest to
 * them in time. In a thread with a hundred thousand comments this reads a few dozen. On a private line, what we said there
 * meanwhile in another matter of the same person: they may be answering that.
 */
export async function readAround(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  shown: readonly Said[],
): Promise<readonly Said[]> {
  const around = [
    ...inPublic(workspaceId, conversationId, shown),
    ...onPrivateLines(workspaceId, conversationId, shown),
  ];
  return around.length === 0 ? [] : readMessages(db, workspaceId, sql.join(around, sql` union `));
}

function inPublic(workspaceId: WorkspaceId, conversationId: ConversationId, shown: readonly Said[]) {
  const publicly = shown.filter((said) => said.reach !== 'owned_private' && said.threadId !== null);
  const last = publicly.at(-1);
  if (!last) return [];
  const threads = [...new Set(publicly.map((said) => said.threadId))];
  const others = sql`n.workspace_id = ${workspaceId} and n.thread_id = t.id::uuid and n.direction <> 'note'
    and n.conversation_id is distinct from ${conversationId}`;
  return [
    sql`select near.id from json_array_elements_text(${JSON.stringify(threads)}::json) t (id) cross join lateral (
        (select n.id from messages n where ${others} and n.sent_at <= ${last.sentAt} order by n.sent_at desc, n.id desc limit ${BEFORE})
        union all
        (select n.id from messages n where ${others} and n.sent_at > ${last.sentAt} order by n.sent_at, n.id limit ${AFTER})) near`,
    sql`select n.id from json_array_elements_text(${JSON.stringify(publicly.map(({ id }) => id))}::json) s (id)
      join messages m on m.workspace_id = ${workspaceId} and m.id = s.id::uuid
      join messages n on n.workspace_id = ${workspaceId} and n.inbox_id = m.inbox_id and n.external_id = m.parent_external_id
      where n.conversation_id is distinct from ${conversationId}`,
  ];
}

function onPrivateLines(workspaceId: WorkspaceId, conversationId: ConversationId, shown: readonly Said[]) {
  const lines = Map.groupBy(
    shown.filter((said) => said.reach === 'owned_private' && said.threadId !== null),
    ({ threadId }) => threadId,
  );
  return [...lines].flatMap(([threadId, [first]]) =>
    first
      ? [
          sql`select ours.id from (select n.id from messages n where n.workspace_id = ${workspaceId} and n.thread_id = ${threadId}
            and n.direction = 'outbound' and n.conversation_id <> ${conversationId} and n.sent_at >= ${first.sentAt}
            order by n.sent_at desc, n.id desc limit ${BEFORE}) ours`,
        ]
      : [],
  );
}

/** The messages that `ids` selects, oldest first. Names by subselect: planning eight joined tables took 8 of 9 ms. */
export async function readMessages(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: RawBuilder<unknown>,
): Promise<readonly Said[]> {
  const { rows } = await sql<Omit<Said, 'understood'> & { readonly understood: string | null }>`
    select m.id, m.inbox_id as "inboxId", b.channel, b.name as "inboxName", m.thread_id as "threadId", m.conversation_id as "conversationId",
      m.external_id as "externalId", m.direction, m.reach, m.agent_id as "agentId", (select a.name from agents a where a.workspace_id = ${workspaceId} and a.id = m.agent_id) as "agentName",
      i.contact_id as "contactId", coalesce(i.name, i.handle, c.name) as "contactName", coalesce(i.avatar_url, c.avatar_url) as "avatarUrl",
      m.text, m.content - 'html' as content, jsonb_exists(m.content, 'html') as "hasHtml", m.language, m.understood, m.automatic, m.is_history as "isHistory",
      m.delivery, m.delivery_detail as "deliveryDetail", m.permalink, (select p.id from messages p where p.workspace_id = ${workspaceId} and p.inbox_id = m.inbox_id and p.external_id = m.parent_external_id) as "parentId",
      (select q.id from messages q where q.workspace_id = ${workspaceId} and q.inbox_id = m.inbox_id and q.external_id = m.content ->> 'quotes') as "quotesId",
      m.sent_at as "sentAt", m.edited_at as "editedAt", m.deleted_at as "deletedAt", m.hidden_at as "hiddenAt", m.mentions,
      m.remote, b.settings, (select t.remote from threads t where t.workspace_id = ${workspaceId} and t.id = m.thread_id) as "threadRemote"
    from (${ids}) wanted
    join messages m on m.workspace_id = ${workspaceId} and m.id = wanted.id
    join inboxes b on b.workspace_id = ${workspaceId} and b.id = m.inbox_id
    left join identities i on i.workspace_id = ${workspaceId} and i.id = m.identity_id
    left join contacts c on c.workspace_id = ${workspaceId} and c.id = i.contact_id
    order by m.sent_at, m.id`.execute(db);
  return withUnderstood(rows);
}
