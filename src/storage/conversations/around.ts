import { sql } from 'kysely';
import type { ActorKind } from '../../core/conversation/states.ts';
import type {
  AgentId,
  ContactId,
  ConversationId,
  IdentityId,
  InboxId,
  Json,
  ThreadId,
  WorkspaceId,
} from '../../core/ids.ts';
import type { Reader } from '../database.ts';
import { type ConversationRow, readConversationRows } from './rows.ts';

export interface PostRow {
  readonly threadId: ThreadId;
  readonly isOurs: boolean;
  readonly authorName: string | null;
  readonly content: { readonly [key: string]: Json };
  readonly permalink: string | null;
  readonly postedAt: Date;
  readonly deletedAt: Date | null;
  readonly reactions: number | null;
  readonly comments: number | null;
  readonly shares: number | null;
}
export interface TimelineRow {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: ActorKind;
  readonly actorId: AgentId | null;
  readonly actorName: string | null;
  readonly kind: string;
  readonly detail: { readonly [key: string]: Json };
}
/** The post that the conversation hangs from; null in private, and where the post has not been seen. */
export async function readPost(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<PostRow | null> {
  const { rows } = await sql<PostRow>`
    select p.thread_id as "threadId", p.is_ours as "isOurs", p.author_name as "authorName", p.content - 'html' as content, p.permalink,
      p.posted_at as "postedAt", p.deleted_at as "deletedAt", p.reactions, p.comments, p.shares
    from conversations c
    join posts p on p.workspace_id = ${workspaceId} and (p.thread_id = c.thread_id or p.thread_id in (
      select l.thread_id from lanes l where l.workspace_id = ${workspaceId} and l.conversation_id = c.id))
    where c.workspace_id = ${workspaceId} and c.id = ${conversationId}
    order by p.thread_id = c.thread_id desc, p.posted_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The newest `limit` things that happened to it, oldest first. */
export async function readTimeline(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  limit = 300,
): Promise<readonly TimelineRow[]> {
  const { rows } = await sql<TimelineRow>`
    select e.id, e.at, e.actor_kind as "actorKind", e.actor_id as "actorId", a.name as "actorName", e.kind, e.detail
    from (select * from timeline_events where workspace_id = ${workspaceId} and conversation_id = ${conversationId}
      order by at desc, id desc limit ${limit}) e
    left join agents a on a.workspace_id = ${workspaceId} and a.id = e.actor_id
    order by e.at, e.id`.execute(db);
  return rows;
}

export interface ContactRow {
  readonly id: ContactId;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly language: string | null;
  readonly blockedAt: Date | null;
  readonly mutedAt: Date | null;
  readonly identities: readonly {
    readonly id: IdentityId;
    readonly channel: string;
    readonly name: string | null;
    readonly handle: string | null;
    readonly externalId: string;
    readonly avatarUrl: string | null;
    readonly followers: number | null;
  }[];
}

export async function readContact(db: Reader, workspaceId: WorkspaceId, id: ContactId): Promise<ContactRow | null> {
  const { rows } = await sql<ContactRow>`
    select c.id, c.name, c.avatar_url as "avatarUrl", c.language, c.blocked_at as "blockedAt", c.muted_at as "mutedAt", coalesce((
      select json_agg(json_build_object('id', i.id, 'channel', i.channel, 'name', i.name, 'handle', i.handle,
        'externalId', i.external_id, 'avatarUrl', i.avatar_url, 'followers', i.followers) order by i.channel, i.id)
      from identities i where i.workspace_id = ${workspaceId} and i.contact_id = c.id), '[]') as identities
    from contacts c where c.workspace_id = ${workspaceId} and c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Conversations of a person, newest first, in inboxes that may be seen; what became part of another is in that one. */
export async function readConversationsOf(
  db: Reader,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  limit: number,
  {
    except = null,
    visible = null,
  }: { readonly except?: ConversationId | null; readonly visible?: readonly InboxId[] | null } = {},
): Promise<readonly ConversationRow[]> {
  const { rows } = await sql<{ id: ConversationId }>`
    select id from conversations where workspace_id = ${workspaceId} and contact_id = ${contactId}
      and merged_into_id is null and id is distinct from ${except}::uuid
      and (${visible === null} or inbox_id = any(${[...(visible ?? [])]}::uuid[])) order by last_message_at desc limit ${limit}`.execute(
    db,
  );
  return readConversationRows(
    db,
    workspaceId,
    rows.map(({ id }) => id),
  );
}
