import { type RawBuilder, sql } from 'kysely';
import type { AgentId, InboxId, WorkspaceId } from '../src/core/ids.ts';
import type { Database } from '../src/storage/database.ts';
import { newId } from '../src/storage/new-id.ts';

export interface Seeded {
  readonly inboxIds: readonly InboxId[];
  readonly agentIds: readonly AgentId[];
}

/** A valid UUID (its version says: made from a name) that is the same for the same text. */
const uuidOf = (text: RawBuilder<unknown>) =>
  sql`overlay(overlay(md5(${text}) placing '5' from 13) placing '8' from 17)::uuid`;

/** Words for the messages: some in nearly every one, `seldomN` in one of a thousand. */
const WORDS = sql`(array['order', 'delivery', 'broken', 'thanks', 'refund', 'when', 'size', 'colour', 'shop', 'please', '배송', '송이', 'παραγγελια', 'dostava'])`;

/**
 * Many conversations of all states in one workspace, the same for the same number: two inboxes, three agents, a contact
 * for each, and messages in turn. Set-based, so that a hundred thousand take seconds.
 */
export async function seedConversations(
  db: Database,
  workspaceId: WorkspaceId,
  size: { readonly conversations: number; readonly messagesEach?: number },
  now: Date,
): Promise<Seeded> {
  const inboxIds = [newId<InboxId>(), newId<InboxId>()];
  const agentIds = [newId<AgentId>(), newId<AgentId>(), newId<AgentId>()];
  await db.transaction(async (tx) => {
    for (const [index, id] of inboxIds.entries())
      await sql`insert into inboxes (workspace_id, id, channel, external_id, name, credentials)
        values (${workspaceId}, ${id}, ${index ? 'messenger' : 'facebook'}, ${id}, ${`Shop ${index}`}, ''::bytea)`.execute(
        tx,
      );
    for (const [index, id] of agentIds.entries())
      await sql`insert into agents (workspace_id, id, email, name, role)
        values (${workspaceId}, ${id}, ${`${id}@shop.example`}, ${`Agent ${index}`}, 'agent')`.execute(tx);
    const made = sql`(select n, ${uuidOf(sql`${workspaceId} || ' conversation ' || n`)} as id, ${uuidOf(sql`${workspaceId} || ' contact ' || n`)} as contact_id,
      ${uuidOf(sql`${workspaceId} || ' thread ' || n`)} as thread_id, ${now}::timestamptz - (${size.conversations} - n) * interval '1 second' as at,
      case when n % 2 = 0 then ${inboxIds[0]}::uuid else ${inboxIds[1]}::uuid end as inbox_id,
      case when n % 2 = 0 then 'facebook' else 'messenger' end as channel,
      case when n % 2 = 0 then 'owned_public' else 'owned_private' end as reach,
      (array['needs_answer', 'answered', 'needs_answer', 'no_reply', null])[1 + n % 5] as attention,
      (array[null, ${agentIds[0]}, null, ${agentIds[1]}, ${agentIds[2]}, null, null])[1 + n % 7]::uuid as assignee_id
      from generate_series(1, ${size.conversations}::integer) n)`;
    await sql`insert into contacts (workspace_id, id, name, created_at) select ${workspaceId}, contact_id, 'Person ' || n, at from ${made} m`.execute(
      tx,
    );
    await sql`insert into identities (workspace_id, id, contact_id, channel, scope, external_id, name, created_at)
      select ${workspaceId}, contact_id, contact_id, channel, '', 'person-' || n, 'Person ' || n, at from ${made} m`.execute(
      tx,
    );
    await sql`insert into threads (workspace_id, id, inbox_id, external_id, kind, reach, created_at)
      select ${workspaceId}, thread_id, inbox_id, 'thread-' || n, case reach when 'owned_public' then 'post' else 'direct' end, reach, at from ${made} m`.execute(
      tx,
    );
    await sql`insert into conversations (workspace_id, id, inbox_id, thread_id, channel, reach, contact_id, identity_id, preview, attention,
        attention_reason, attention_by, attention_at, resolution, assignee_id, priority, waiting_since, opened_at, opened_by, snoozed_until, promised_for,
        last_message_at, last_inbound_at, message_count, created_at)
      select ${workspaceId}, id, inbox_id, thread_id, channel, reach, contact_id, contact_id, 'Message ' || n, attention,
        case attention when 'no_reply' then 'spam' end, case when attention in ('answered', 'no_reply') then ${agentIds[0]}::uuid end,
        case when attention in ('answered', 'no_reply') then at end,
        case when attention = 'needs_answer' or n % 3 = 0 then 'open' else 'confirmed' end, assignee_id, (n % 4) * 10,
        case attention when 'needs_answer' then at - (n % 50) * interval '1 minute' end,
        case when n % 6 = 0 then at - (n % 40) * interval '1 minute' end, case when n % 6 = 0 then ${agentIds[1]}::uuid end,
        case when n % 11 = 0 then ${now}::timestamptz + n * interval '1 minute' end,
        case when n % 13 = 0 then ${now}::timestamptz + (n - 300) * interval '1 minute' end, at, at, 1, at from ${made} m`.execute(
      tx,
    );
    if (size.messagesEach)
      // Ids that sort by time, as the real ones do.
      await sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, external_id, direction, reach, text, search, sent_at, received_at)
        select ${workspaceId}, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(k), 3, '0') || '8' || substr(md5(${workspaceId} || ' ' || n || ' ' || k), 1, 15))::uuid,
          inbox_id, thread_id, id, contact_id, 'message-' || n || '-' || k, 'inbound', reach, words, words, at, at
        from ${made} m cross join generate_series(1, ${size.messagesEach}::integer) k cross join lateral (
          select string_agg((${WORDS})[1 + (n * 31 + k * 17 + w * w * 7 + n / 13 * w) % 14], ' ') || case when n % 1000 = 7 then ' seldom' || k else '' end as words
          from generate_series(1, 12) w) t`.execute(tx);
  });
  return { inboxIds, agentIds };
}
