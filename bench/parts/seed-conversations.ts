import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../src/core/ids.ts';
import type { Database } from '../../src/storage/database.ts';

/** Words in the frequency of a care desk: some in every other message, most rare; `w123` stand for the long tail. */
const COMMON = 'zip jacket order refund parcel late size broken thanks delivery';

/**
 * Conversations with one contact and one message each, as filing would have left them: two in a hundred wait.
 * Made by the database itself, since a million rows through filing would take longer than the measuring.
 */
export async function seedConversations(
  db: Database,
  workspaceId: WorkspaceId,
  inboxes: readonly InboxId[],
  count: number,
): Promise<void> {
  const step = 50_000;
  for (let from = 0; from < count; from += step) {
    const rows = sql`generate_series(${sql.lit(from)}::int, ${sql.lit(Math.min(count, from + step) - 1)}::int) n`;
    // Ids sort by time, as ours do: 48 bits of a clock, then the row's number.
    const id = (kind: number) =>
      sql`(lpad(to_hex(1790000000000 + n::bigint), 12, '0') || '7000' || '8${sql.raw(String(kind))}00' || lpad(to_hex(n), 12, '0'))::uuid`;
    const at = sql`(timestamptz '2026-09-21 13:33:20+00' + n * interval '1 second')`;
    const inbox = sql`(${[...inboxes]}::uuid[])[1 + n % ${sql.lit(inboxes.length)}]`;
    const text = sql`(split_part(${sql.lit(COMMON)}, ' ', 1 + n % 10) || ' ' || split_part(${sql.lit(COMMON)}, ' ', 1 + n / 7 % 10) || ' w' || n % 50000 || ' rare' || n)`;
    await db.transaction(async (tx) => {
      await sql`insert into contacts (workspace_id, id, name, created_at) select ${workspaceId}, ${id(1)}, 'Person ' || n, ${at} from ${rows}`.execute(
        tx,
      );
      await sql`insert into identities (workspace_id, id, contact_id, channel, scope, external_id, name, created_at)
        select ${workspaceId}, ${id(2)}, ${id(1)}, 'facebook', 'bench', n::text, 'Person ' || n, ${at} from ${rows}`.execute(
        tx,
      );
      await sql`insert into threads (workspace_id, id, inbox_id, external_id, kind, reach, created_at)
        select ${workspaceId}, ${id(3)}, ${inbox}, 'thread ' || n, 'direct', 'owned_private', ${at} from ${rows}`.execute(
        tx,
      );
      await sql`insert into conversations (workspace_id, id, inbox_id, thread_id, channel, reach, contact_id, identity_id, preview, attention, attention_by,
          attention_at, priority, waiting_since, last_inbound_at, last_message_at, message_count, created_at)
        select ${workspaceId}, ${id(4)}, ${inbox}, ${id(3)}, 'facebook', 'owned_private', ${id(1)}, ${id(2)}, ${text},
          case when n % 50 = 0 then 'needs_answer' else 'answered' end, case when n % 50 <> 0 then ${id(9)} end, ${at}, (n * 7) % 90,
          case when n % 50 = 0 then ${at} end, ${at}, ${at}, 1, ${at} from ${rows}`.execute(tx);
      await sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, external_id, direction, reach, text, content, search, sent_at, received_at)
        select ${workspaceId}, ${id(5)}, ${inbox}, ${id(3)}, ${id(4)}, ${id(2)}, 'message ' || n, 'inbound', 'owned_private', ${text}, '{"attachments":[]}', ${text}, ${at}, ${at} from ${rows}`.execute(
        tx,
      );
    });
  }
  for (const table of ['contacts', 'identities', 'threads', 'conversations', 'messages'])
    await db.alone((tx) => sql`vacuum analyze ${sql.table(table)}`.execute(tx));
}
