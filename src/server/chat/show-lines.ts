import { createHash } from 'node:crypto';
import { type ChatFile, type ChatLine as Row, readChatFiles, readChatLines } from '../../storage/chat/lines.ts';
import type { ChatVisitor } from '../../storage/chat/visitors.ts';
import type { Database } from '../../storage/database.ts';
import type { ChatLine, ChatLines } from '../../wire/chat.ts';
import type { ChatInbox } from './chat-inbox.ts';

const NEWEST = 100;

/** A visitor's talk as their window shows it, with a mark by which it knows whether it has it already. */
export async function showLines(db: Database, chat: ChatInbox, visitor: ChatVisitor): Promise<ChatLines> {
  const rows = await readChatLines(db.read, chat.workspaceId, chat.id, visitor.id, NEWEST);
  const withFiles = rows.filter(({ attachments }) => Array.isArray(attachments) && attachments.length > 0);
  const files = await readChatFiles(
    db.read,
    chat.workspaceId,
    withFiles.map(({ id }) => id),
  );
  const byMessage = Map.groupBy(files, ({ messageId }) => messageId);
  const lines = rows.map((row) => showLine(row, byMessage.get(row.id) ?? [], visitor));
  return { mark: createHash('sha256').update(JSON.stringify(lines)).digest('base64url').slice(0, 22), lines };
}

function showLine(row: Row, files: readonly ChatFile[], visitor: ChatVisitor): ChatLine {
  return {
    // Their own are known to the window by the id that it made.
    id: row.isOurs ? row.externalId : row.externalId.replace(`${visitor.id}/`, ''),
    isOurs: row.isOurs,
    text: row.text,
    at: row.sentAt.toISOString(),
    isEdited: row.isEdited,
    isRead: row.delivery === 'read',
    files: files.map(({ id, name, mimeType, sizeBytes }) => ({ id, name, mimeType, sizeBytes })),
  };
}
