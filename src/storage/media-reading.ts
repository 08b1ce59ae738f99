import { sql } from 'kysely';
import type { AgentId, Json, MediaId, MessageId, WorkspaceId } from '../core/ids.ts';
import type { Reader, Tx } from './database.ts';

export interface MediaRow {
  readonly id: MediaId;
  readonly name: string | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  readonly state: 'wanted' | 'stored' | 'failed' | 'deleted';
  readonly detail: string | null;
}

export async function readMedia(db: Reader, workspaceId: WorkspaceId, id: MediaId): Promise<MediaRow | null> {
  const row = await db
    .selectFrom('media')
    .select(['id', 'name', 'mime_type as mimeType', 'size_bytes as sizeBytes', 'sha256', 'state', 'detail'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, sizeBytes: row.sizeBytes === null ? null : Number(row.sizeBytes) } : null;
}

export interface Upload {
  readonly id: MediaId;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly uploadedBy: AgentId | null;
}

/** A file that an agent wants to send; it belongs to no message yet. */
export async function addUpload(tx: Tx, workspaceId: WorkspaceId, upload: Upload, now: Date): Promise<void> {
  await tx
    .insertInto('media')
    .values({
      workspace_id: workspaceId,
      id: upload.id,
      name: upload.name,
      mime_type: upload.mimeType,
      size_bytes: upload.sizeBytes,
      sha256: upload.sha256,
      state: 'stored',
      not_before: now,
      uploaded_by: upload.uploadedBy,
      created_at: now,
    })
    .execute();
}

export interface MailBody {
  readonly html: string;
  readonly attachments: Json;
}

/** The HTML of a message as it came; null when it has none or was deleted. */
export async function readMailBody(db: Reader, workspaceId: WorkspaceId, id: MessageId): Promise<MailBody | null> {
  const { rows } = await sql<MailBody>`select content ->> 'html' as html, content -> 'attachments' as attachments
    from messages where workspace_id = ${workspaceId} and id = ${id} and deleted_at is null
      and content ->> 'html' is not null`.execute(db);
  return rows[0] ?? null;
}
