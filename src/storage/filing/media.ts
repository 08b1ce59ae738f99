import { sql } from 'kysely';
import type { InboxId, MediaId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

export interface WantedMedia {
  readonly id: MediaId;
  readonly messageId: MessageId;
  readonly inboxId: InboxId;
  readonly ledgerId: number;
  readonly part: number | null;
  readonly url: string | null;
  readonly ask: string | null;
  readonly name: string | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
}

/** Notes what is to be fetched. The row is the job: it commits with the message that shows it. */
export async function wantMedia(
  tx: Tx,
  workspaceId: WorkspaceId,
  media: readonly WantedMedia[],
  now: Date,
): Promise<void> {
  if (media.length === 0) return;
  await sql`
    insert into media (workspace_id, id, message_id, inbox_id, ledger_id, part, url, ask, name, mime_type, size_bytes, state, not_before, created_at)
    select ${workspaceId}, r.id, r."messageId", r."inboxId", r."ledgerId", r.part, r.url, r.ask, r.name, r."mimeType", r."sizeBytes", 'wanted', ${now}, ${now}
    from json_to_recordset(${jsonRows(media)}) as r (id uuid, "messageId" uuid, "inboxId" uuid, "ledgerId" bigint, part integer, url text,
      ask text, name text, "mimeType" text, "sizeBytes" bigint)`.execute(tx);
}
