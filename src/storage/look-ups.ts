import { sql } from 'kysely';
import type { Person } from '../core/channel/event.ts';
import type {
  ConversationId,
  ExternalMessageId,
  IdentityId,
  InboxId,
  MessageId,
  ThreadId,
  WorkspaceId,
} from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';
import { storableJson, storableText } from './rows.ts';

/** Threads of an inbox whose post nobody has shown us. What has its post already is marked and not asked for. */
export async function listUnknownPosts(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  { limit, now }: { readonly limit: number; readonly now: Date },
): Promise<readonly { readonly id: ThreadId; readonly externalId: string }[]> {
  await sql`update threads t set looked_up_at = ${now} from posts p
    where t.workspace_id = ${workspaceId} and t.inbox_id = ${inboxId} and t.looked_up_at is null and t.kind in ('post', 'review')
      and p.workspace_id = t.workspace_id and p.thread_id = t.id`.execute(tx);
  const { rows } = await sql<{ id: ThreadId; externalId: string }>`
    select id, external_id as "externalId" from threads
    where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and looked_up_at is null and kind in ('post', 'review')
    order by id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function noteThreadLookedUp(tx: Tx, workspaceId: WorkspaceId, id: ThreadId, now: Date): Promise<void> {
  await sql`update threads set looked_up_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function conversationsIn(
  db: Reader,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
): Promise<readonly ConversationId[]> {
  const { rows } = await sql<{ id: ConversationId }>`select distinct conversation_id as id from lanes
    where workspace_id = ${workspaceId} and thread_id = ${threadId} limit 1000`.execute(db);
  return rows.map((row) => row.id);
}

/** People of this account whose name nobody told us. */
export async function listNameless(
  db: Reader,
  workspaceId: WorkspaceId,
  { channel, account, limit }: { readonly channel: string; readonly account: string; readonly limit: number },
): Promise<readonly { readonly id: IdentityId; readonly externalId: string; readonly scope: string }[]> {
  const { rows } = await sql<{ id: IdentityId; externalId: string; scope: string }>`
    select id, external_id as "externalId", scope from identities
    where workspace_id = ${workspaceId} and channel = ${channel} and scope in ('', ${account}) and looked_up_at is null
      and name is null and external_id not like 'unknown:%'
    order by id desc limit ${limit}`.execute(db);
  return rows;
}

/** @returns conversations where the person is shown */
export async function notePersonLookedUp(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: IdentityId,
  now: Date,
): Promise<readonly ConversationId[]> {
  const { rows } = await sql<{ id: ConversationId }>`
    with looked as (
      update identities set looked_up_at = ${now} where workspace_id = ${workspaceId} and id = ${id} returning contact_id
    )
    select c.id from conversations c join looked on looked.contact_id = c.contact_id
    where c.workspace_id = ${workspaceId} limit 100`.execute(tx);
  return rows.map((row) => row.id);
}

export interface PartialMessage {
  readonly id: MessageId;
  readonly externalId: ExternalMessageId;
  readonly threadId: ThreadId | null;
  readonly identityId: IdentityId | null;
  readonly conversationId: ConversationId | null;
  readonly ledgerId: number | null;
}

/** Messages of which the network gave ids only. */
export async function listPartial(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  limit: number,
): Promise<readonly PartialMessage[]> {
  const { rows } = await sql<PartialMessage>`
    select id, external_id as "externalId", thread_id as "threadId", identity_id as "identityId",
      conversation_id as "conversationId", ledger_id as "ledgerId"
    from messages where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and is_partial and deleted_at is null
      and external_id is not null and looked_up_at is null
    order by id desc limit ${limit}`.execute(db);
  return rows;
}

/** @param found null: not to be had; it stays as it is and is not asked for again */
export async function completeMessage(
  tx: Tx,
  workspaceId: WorkspaceId,
  message: PartialMessage,
  found: {
    readonly text: string;
    readonly search: string;
    readonly preview: string;
    readonly content: object;
    readonly permalink: string | null;
  } | null,
  now: Date,
): Promise<void> {
  if (!found) {
    await sql`update messages set looked_up_at = ${now} where workspace_id = ${workspaceId} and id = ${message.id}`.execute(
      tx,
    );
    return;
  }
  await sql`update messages set looked_up_at = ${now}, is_partial = false, text = ${storableText(found.text)},
      search = ${storableText(found.search)}, permalink = coalesce(${found.permalink}::text, permalink),
      content = (content - 'isPartial') || ${storableJson(found.content)}::jsonb
    where workspace_id = ${workspaceId} and id = ${message.id} and is_partial and deleted_at is null`.execute(tx);
  if (message.conversationId && found.preview)
    await sql`update conversations set preview = ${storableText(found.preview)}
      where workspace_id = ${workspaceId} and id = ${message.conversationId} and preview = ''`.execute(tx);
}

/**
 * The network now says who wrote what came from nobody. The stand-in becomes that person; where the person is known
 * already, what the stand-in wrote becomes theirs.
 */
export async function nameAuthor(
  tx: Tx,
  workspaceId: WorkspaceId,
  message: PartialMessage,
  person: Person & { readonly channel: string },
): Promise<void> {
  const { identityId, conversationId, threadId } = message;
  if (!identityId) return;
  const { rows } = await sql<{ isStandIn: boolean; known: IdentityId | null }>`
    select own.external_id like 'unknown:%' as "isStandIn", (
      select i.id from identities i where i.workspace_id = ${workspaceId} and i.channel = ${person.channel}
        and i.scope = ${person.scope} and i.external_id = ${person.id}) as known
    from identities own where own.workspace_id = ${workspaceId} and own.id = ${identityId}`.execute(tx);
  const [row] = rows;
  if (!row?.isStandIn) return;
  if (!row.known) {
    await sql`update identities set external_id = ${person.id}, scope = ${person.scope}
      where workspace_id = ${workspaceId} and id = ${identityId}`.execute(tx);
    return;
  }
  await sql`update messages set identity_id = ${row.known} where workspace_id = ${workspaceId} and id = ${message.id}`.execute(
    tx,
  );
  if (!conversationId) return;
  await sql`update conversations c set identity_id = i.id, contact_id = i.contact_id from identities i
    where c.workspace_id = ${workspaceId} and c.id = ${conversationId} and c.identity_id = ${identityId}
      and i.workspace_id = ${workspaceId} and i.id = ${row.known}`.execute(tx);
  // Where the person has a talk of their own in this thread, what they write next goes there.
  await sql`update lanes l set lane = ${row.known} where l.workspace_id = ${workspaceId} and l.thread_id = ${threadId}
    and l.lane = ${identityId} and not exists (select from lanes o where o.workspace_id = ${workspaceId}
      and o.thread_id = ${threadId} and o.lane = ${row.known})`.execute(tx);
}
