import { sql } from 'kysely';
import type { Waited } from '../../core/chat/answer-time.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** How long people of this inbox waited for a first answer of a person, the newest talks first. */
export async function readWaits(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  { since, now, limit }: { readonly since: Date; readonly now: Date; readonly limit: number },
): Promise<readonly Waited[]> {
  const { rows } = await sql<Waited>`
    select (extract(epoch from coalesce(c.first_response_at, ${now}) - c.created_at) * 1000)::float8 as ms,
      c.first_response_at is not null as "isAnswered"
    from conversations c
    where c.workspace_id = ${workspaceId} and c.inbox_id = ${inboxId} and c.created_at > ${since}
      and (c.first_response_at is not null or c.attention = 'needs_answer')
    order by c.last_message_at desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}
