import { sql } from 'kysely';
import type { WorkspaceId } from '../../src/core/ids.ts';
import type { Database } from '../../src/storage/database.ts';

/** So many messages more in the conversation that was last written in, a minute apart, the customer's and ours in turn. */
export async function seedLongThread(db: Database, workspaceId: WorkspaceId, count: number): Promise<void> {
  const words = sql`repeat('The parcel was sent on Monday and is still not here. ', 1 + n % 4) || n`;
  await sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, external_id, direction, reach, text, content,
      search, delivery, sent_at, received_at, told_seq)
    select ${workspaceId}, gen_random_uuid(), c.inbox_id, c.thread_id, c.id, case when n % 2 = 0 then c.identity_id end, 'long ' || n,
      case when n % 2 = 0 then 'inbound' else 'outbound' end, 'owned_private', ${words}, '{"attachments":[]}', ${words},
      case when n % 2 = 0 then null else 'read' end, c.last_message_at - (${count}::int - n) * interval '1 minute', c.last_message_at, 0
    from (select * from conversations where workspace_id = ${workspaceId} order by last_message_at desc, id desc limit 1) c,
      generate_series(0, ${count}::int - 1) n`.execute(db.read);
  await sql`update conversations c set message_count = ${count}::int + 1 where workspace_id = ${workspaceId} and id = (
    select id from conversations where workspace_id = ${workspaceId} order by last_message_at desc, id desc limit 1)`.execute(
    db.read,
  );
}
