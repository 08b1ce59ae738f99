import { sql } from 'kysely';
import type {
  ContactId,
  ConversationId,
  ExternalIdentityId,
  ExternalThreadId,
  IdentityId,
  InboxId,
  OutgoingId,
  ThreadId,
  WorkspaceId,
} from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { externalKey, fileThreads } from '../filing/threads.ts';
import { newId } from '../new-id.ts';
import { findSisterInbox } from './inboxes.ts';

export interface PrivateLine {
  readonly channel: string;
  readonly thread: ExternalThreadId;
  /** The person, as that channel names them. */
  readonly counterpartId: string;
}

/**
 * A private reply to a comment opened a line on another channel. The line becomes part of the conversation, and the
 * person on it the same contact, so that what they answer there comes to where it belongs.
 * Null: that channel is not connected; the message then stays where it was written.
 */
export async function placePrivateReply(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: { readonly actId: OutgoingId; readonly inboxId: InboxId; readonly conversationId: ConversationId },
  line: PrivateLine,
  now: Date,
): Promise<{ readonly inboxId: InboxId; readonly threadId: ThreadId } | null> {
  const inbox = await findSisterInbox(tx, workspaceId, from.inboxId, line.channel);
  if (!inbox) return null;
  const counterpart = await linkPerson(tx, workspaceId, from, inbox.account, line, now);
  if (!counterpart) return null;
  const threads = await fileThreads(
    tx,
    workspaceId,
    [
      {
        inboxId: inbox.id,
        thread: {
          id: line.thread,
          kind: 'direct',
          reach: 'owned_private',
          counterpart: { id: line.counterpartId as ExternalIdentityId, scope: counterpart.scope },
        },
        counterpartId: counterpart.id,
      },
    ],
    now,
  );
  const thread = threads.get(externalKey(inbox.id, line.thread));
  if (!thread) return null;
  await takeLane(tx, workspaceId, thread.id, from.conversationId);
  return { inboxId: inbox.id, threadId: thread.id };
}

/** Who was known under that name stays who they were, unless nothing at all was known but the name. */
async function linkPerson(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: { readonly actId: OutgoingId; readonly conversationId: ConversationId },
  account: string,
  line: PrivateLine,
  now: Date,
): Promise<{ readonly id: IdentityId; readonly scope: string } | null> {
  // Whoever wrote what we answered: in a conversation that others became part of it need not be the person it is about.
  const { rows } = await sql<{ id: IdentityId; contact_id: ContactId; scope: string }>`
    select p.id, p.contact_id, p.scope from conversations c
    left join outbox o on o.workspace_id = ${workspaceId} and o.id = ${from.actId}
    left join messages m on m.workspace_id = ${workspaceId} and m.id = o.target_message_id
    join identities p on p.workspace_id = ${workspaceId} and p.id = coalesce(m.identity_id, c.identity_id)
    where c.workspace_id = ${workspaceId} and c.id = ${from.conversationId}`.execute(tx);
  const [own] = rows;
  if (!own) return null;
  const scope = own.scope === '' ? '' : account;
  await sql`
    insert into identities (workspace_id, id, contact_id, channel, scope, external_id, name, handle, avatar_url, created_at)
    select ${workspaceId}, ${newId()}, p.contact_id, ${line.channel}, ${scope}, ${line.counterpartId}, p.name, p.handle, p.avatar_url, ${now}
    from identities p where p.workspace_id = ${workspaceId} and p.id = ${own.id}
    on conflict (workspace_id, channel, scope, external_id) do nothing`.execute(tx);
  const found = await sql<{ id: IdentityId; contact_id: ContactId }>`select id, contact_id from identities
    where workspace_id = ${workspaceId} and channel = ${line.channel} and scope = ${scope} and external_id = ${line.counterpartId}
    for update`.execute(tx);
  const [identity] = found.rows;
  if (!identity) return null;
  if (identity.contact_id !== own.contact_id) await joinStranger(tx, workspaceId, identity, own.contact_id);
  return { id: identity.id, scope };
}

/** The network's echo may have made a contact of the mere id a moment before us. */
async function joinStranger(
  tx: Tx,
  workspaceId: WorkspaceId,
  identity: { readonly id: IdentityId; readonly contact_id: ContactId },
  contactId: ContactId,
): Promise<void> {
  await sql`
    with joined as (
      update identities set contact_id = ${contactId} where workspace_id = ${workspaceId} and id = ${identity.id}
        and not exists (select from conversations where workspace_id = ${workspaceId} and contact_id = ${identity.contact_id})
        and not exists (select from identities o where o.workspace_id = ${workspaceId} and o.contact_id = ${identity.contact_id} and o.id <> ${identity.id})
      returning id
    )
    delete from contacts where workspace_id = ${workspaceId} and id = ${identity.contact_id} and exists (select from joined)`.execute(
    tx,
  );
}

/** The line now belongs to this matter, unless an unanswered question stands in the talk that it belonged to. */
async function takeLane(
  tx: Tx,
  workspaceId: WorkspaceId,
  threadId: ThreadId,
  conversationId: ConversationId,
): Promise<void> {
  await sql`
    insert into lanes as l (workspace_id, thread_id, lane, conversation_id)
    values (${workspaceId}, ${threadId}, ${threadId}, ${conversationId})
    on conflict (workspace_id, thread_id, lane) do update set conversation_id = excluded.conversation_id
      where not exists (select from conversations c
        where c.workspace_id = ${workspaceId} and c.id = l.conversation_id and c.attention = 'needs_answer')`.execute(
    tx,
  );
}
