import { sql } from 'kysely';
import type { InboxId, Json, MediaId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';
import type { MediaRow } from '../media-reading.ts';

/** A line of a visitor's own talk, as they may see it. */
export interface ChatLine {
  readonly id: MessageId;
  readonly externalId: string;
  readonly isOurs: boolean;
  readonly text: string;
  readonly attachments: Json;
  readonly delivery: string | null;
  readonly sentAt: Date;
  readonly isEdited: boolean;
}

/**
 * What a visitor may see: what they said, and of ours only what has left the desk and still stands. Notes are of no
 * thread and never in it, whatever conversation it became part of.
 */
const seenBy = (workspaceId: WorkspaceId, inboxId: InboxId, visitorId: string) => sql`
  m.workspace_id = ${workspaceId} and m.inbox_id = ${inboxId} and m.deleted_at is null and m.external_id is not null
    and m.thread_id = (select t.id from threads t where t.workspace_id = ${workspaceId} and t.inbox_id = ${inboxId}
      and t.external_id = ${visitorId})
    and (m.direction = 'inbound' or (m.direction = 'outbound' and m.delivery in ('sent', 'delivered', 'read')))`;

/** The newest `limit` lines, oldest first. */
export async function readChatLines(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  visitorId: string,
  limit: number,
): Promise<readonly ChatLine[]> {
  const { rows } = await sql<ChatLine>`
    select m.id, m.external_id as "externalId", m.direction = 'outbound' as "isOurs", m.text,
      coalesce(m.content -> 'attachments', '[]') as attachments, m.delivery, m.sent_at as "sentAt",
      m.edited_at is not null as "isEdited"
    from messages m where ${seenBy(workspaceId, inboxId, visitorId)}
    order by m.sent_at desc, m.id desc limit ${limit}`.execute(db);
  return rows.toReversed();
}

export interface ChatFile {
  readonly id: MediaId;
  readonly messageId: MessageId;
  readonly name: string | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
}

/** Files of these messages whose bytes are there. */
export async function readChatFiles(
  db: Reader,
  workspaceId: WorkspaceId,
  messages: readonly MessageId[],
): Promise<readonly ChatFile[]> {
  if (messages.length === 0) return [];
  const { rows } = await sql<ChatFile>`
    select f.id, f.message_id as "messageId", f.name, f.mime_type as "mimeType", f.size_bytes::float8 as "sizeBytes" from media f
    where f.workspace_id = ${workspaceId} and f.state = 'stored'
      and f.message_id in (select value::uuid from json_array_elements_text(${JSON.stringify(messages)}::json) as asked (value))
    order by f.created_at, f.id`.execute(db);
  return rows;
}

/** A file that hangs on one of the lines that this visitor may see. */
export async function readChatFile(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  visitorId: string,
  id: MediaId,
): Promise<MediaRow | null> {
  const { rows } = await sql<MediaRow>`
    select f.id, f.name, f.mime_type as "mimeType", f.size_bytes::float8 as "sizeBytes", f.sha256, f.state, f.detail from media f
    join messages m on m.id = f.message_id and ${seenBy(workspaceId, inboxId, visitorId)}
    where f.workspace_id = ${workspaceId} and f.id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}
