import { sql } from 'kysely';
import type { Reach } from '../../core/channel/event.ts';
import type { AgentId, ConversationId, InboxId, MediaId, MessageId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { StoredFile } from '../../core/outgoing/stored.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';

/** What we are about to say, shown from the first moment on. Its id is our mark on the network. */
export interface OwnMessage {
  readonly id: MessageId;
  readonly inboxId: InboxId;
  readonly threadId: ThreadId;
  readonly conversationId: ConversationId;
  readonly agentId: AgentId | null;
  readonly parentExternalId: string | null;
  readonly reach: Reach;
  readonly text: string;
  readonly subject: string | null;
  readonly search: string;
  readonly files: readonly StoredFile[];
  /** Answers to tap. */
  readonly choices?: readonly string[];
}

/** False: a message with this id is there already. */
export async function insertOwnMessage(
  tx: Tx,
  workspaceId: WorkspaceId,
  message: OwnMessage,
  now: Date,
): Promise<boolean> {
  const content = {
    ...(message.subject ? { subject: message.subject } : {}),
    ...(message.choices?.length ? { choices: message.choices } : {}),
    attachments: message.files.map((file) => ({
      ...file,
      kind: file.mimeType.startsWith('image/') ? 'image' : 'file',
    })),
  };
  const { numAffectedRows } = await sql`
    insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, agent_id, parent_external_id, mark, direction, reach,
      text, content, search, delivery, sent_at, received_at)
    values (${workspaceId}, ${message.id}, ${message.inboxId}, ${message.threadId}, ${message.conversationId}, ${message.agentId},
      ${message.parentExternalId}, ${message.id}, 'outbound', ${message.reach}, ${storableText(message.text)},
      ${storableJson(content)}::jsonb, ${storableText(message.search)}, 'queued', ${now}, ${now})
    on conflict (workspace_id, id) do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Files that were uploaded here and belong to no message yet, in the order asked for; shorter when some are not to be had. */
export async function readUploads(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly MediaId[],
): Promise<readonly StoredFile[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('media')
    .select(['id', 'name', 'mime_type', 'size_bytes'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'stored')
    .where('message_id', 'is', null)
    // A customer's file lies in an inbox; what somebody uploaded in none.
    .where('inbox_id', 'is', null)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((mediaId) => {
    const row = byId.get(mediaId);
    if (!row) return [];
    const mimeType = row.mime_type ?? 'application/octet-stream';
    return [{ mediaId, name: row.name ?? 'file', mimeType, sizeBytes: Number(row.size_bytes ?? 0) }];
  });
}

export async function attachUploads(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageId: MessageId,
  files: readonly StoredFile[],
): Promise<void> {
  if (files.length === 0) return;
  await tx
    .updateTable('media')
    .set({ message_id: messageId })
    .where('workspace_id', '=', workspaceId)
    .where(
      'id',
      'in',
      files.map((file) => file.mediaId),
    )
    .execute();
}
