import { sql } from 'kysely';
import type { AgentId, ConversationId, InboxId, NotificationId, WorkspaceId } from '../../core/ids.ts';
import type { NotificationKind } from '../../core/notifications/kinds.ts';
import { badCursor, isMoment } from '../conversations/cursor.ts';
import type { Reader, Tx } from '../database.ts';
import { tellAgent } from '../personal.ts';
import { isUuid } from '../uuids.ts';

/** Nobody counts further. */
const UNREAD_MAX = 100;

export interface NotificationRow {
  readonly id: NotificationId;
  readonly kind: NotificationKind;
  readonly conversationId: ConversationId | null;
  readonly inboxId: InboxId | null;
  readonly inboxName: string | null;
  readonly contactName: string | null;
  readonly actorName: string | null;
  /** `spike:<board>:<spike>`, of a spike on a board. */
  readonly spike: string | null;
  readonly text: string;
  readonly at: Date;
  readonly readAt: Date | null;
}
interface Whose {
  readonly workspaceId: WorkspaceId;
  readonly agentId: AgentId;
  /** Notices about what is not there for them are not there either. Null: every inbox. */
  readonly inboxIds: readonly InboxId[] | null;
}

/** Newest first. Throws `bad_cursor`. */
export async function listNotifications(
  db: Reader,
  whose: Whose,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly NotificationRow[]; readonly cursor: string | null }> {
  const [at, id] = cursor === undefined ? [null, null] : readPlace(cursor);
  const after = at === null ? sql`true` : sql`(n.at, n.id) < (${at}::timestamptz, ${id}::uuid)`;
  const { rows } = await sql<NotificationRow & { exactly: string }>`
    select n.id, n.kind, n.conversation_id as "conversationId", n.inbox_id as "inboxId", i.name as "inboxName", p.name as "contactName", a.name as "actorName", case when n.kind = 'spike' then n.about end as spike, n.text, n.at,
      n.read_at as "readAt", to_json(n.at) #>> '{}' as exactly
    from notifications n ${joins(whose)} where ${mine(whose)} and ${after}
    order by n.at desc, n.id desc limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, cursor: last && rows.length > limit ? `${last.exactly}|${last.id}` : null };
}

export async function readNotification(db: Reader, whose: Whose, id: NotificationId): Promise<NotificationRow | null> {
  const { rows } = await sql<NotificationRow>`
    select n.id, n.kind, n.conversation_id as "conversationId", n.inbox_id as "inboxId", i.name as "inboxName", p.name as "contactName", a.name as "actorName", case when n.kind = 'spike' then n.about end as spike, n.text, n.at,
      n.read_at as "readAt"
    from notifications n ${joins(whose)} where ${mine(whose)} and n.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Up to a hundred. */
export async function countUnread(db: Reader, whose: Whose): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from (
    select from notifications n ${joins(whose)} where ${mine(whose)} and n.read_at is null limit ${UNREAD_MAX}) unread`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** @param which neither: all of them. Their other browsers hear of it. */
export async function markRead(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  which: { readonly ids?: readonly string[] | undefined; readonly conversationId?: string | undefined },
  now: Date,
): Promise<void> {
  const done = await tx
    .updateTable('notifications')
    .set({ read_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .where('read_at', 'is', null)
    .$if(which.ids !== undefined, (query) => query.where('id', 'in', [...(which.ids ?? [])] as NotificationId[]))
    .$if(which.conversationId !== undefined, (query) =>
      query.where('conversation_id', '=', which.conversationId as ConversationId),
    )
    .executeTakeFirst();
  if (done.numUpdatedRows > 0n) await tellAgent(tx, workspaceId, agentId, { kind: 'unread' });
}

/** What is older than this has been seen or never will be. */
export async function pruneNotifications(tx: Tx, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await tx.deleteFrom('notifications').where('workspace_id', '=', workspaceId).where('at', '<', before).execute();
}

const joins = ({ workspaceId }: Whose) => sql`
  left join conversations c on c.workspace_id = ${workspaceId} and c.id = n.conversation_id
  left join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
  left join inboxes i on i.workspace_id = ${workspaceId} and i.id = n.inbox_id
  left join agents a on a.workspace_id = ${workspaceId} and a.id = n.actor_id`;

function mine({ workspaceId, agentId, inboxIds }: Whose) {
  const visible =
    inboxIds === null
      ? sql`true`
      : sql`(coalesce(c.inbox_id, n.inbox_id) is null or coalesce(c.inbox_id, n.inbox_id) = any(${[...inboxIds]}::uuid[]))`;
  return sql`n.workspace_id = ${workspaceId} and n.agent_id = ${agentId} and ${visible}`;
}

function readPlace(cursor: string): readonly [string, string] {
  const [at, id, ...rest] = cursor.split('|');
  if (!at || !isUuid(id) || rest.length > 0 || !isMoment(at)) throw badCursor();
  return [at, id];
}
