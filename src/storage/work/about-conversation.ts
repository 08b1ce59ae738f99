import { sql } from 'kysely';
import type { ContactId, ConversationId, InboxId, UndoId, WorkspaceId } from '../../core/ids.ts';
import type { Columns } from '../../core/work/act.ts';
import { readFieldsOfContact } from '../contacts/contact.ts';
import { type ContactNoteRow, readContactNotes } from '../contacts/notes.ts';
import { type ConversationRow, readConversationRows } from '../conversations/rows.ts';
import type { Reader } from '../database.ts';
import { readLinkedIds } from './links.ts';
import { readMergedParts } from './merges.ts';
import { readTasks, type TaskRow } from './tasks.ts';

/** What people keep about a conversation and its person, beside what was said. */
export interface WorkAbout {
  readonly fields: Columns;
  readonly contactFields: Columns;
  readonly contactNotes: readonly ContactNoteRow[];
  readonly tasks: readonly TaskRow[];
  readonly linked: readonly ConversationRow[];
  readonly merged: readonly { readonly conversation: ConversationRow; readonly undoId: UndoId }[];
}

/** @param inboxes those that whoever asks may see; null: all. What lies elsewhere is left out. */
export async function readWorkAbout(
  db: Reader,
  workspaceId: WorkspaceId,
  of: { readonly id: ConversationId; readonly contactId: ContactId },
  inboxes: readonly InboxId[] | null,
  now: Date,
): Promise<WorkAbout> {
  const [fields, contactFields, contactNotes, tasks, linkedIds, parts] = await Promise.all([
    readFields(db, workspaceId, of.id),
    readFieldsOfContact(db, workspaceId, of.contactId),
    readContactNotes(db, workspaceId, of.contactId),
    readTasks(db, workspaceId, of.id),
    readLinkedIds(db, workspaceId, of.id),
    readMergedParts(db, workspaceId, of.id, now),
  ]);
  const others = await readConversationRows(db, workspaceId, [...linkedIds, ...parts.map(({ id }) => id)]);
  const rows = new Map(
    others.filter(({ inboxId }) => inboxes === null || inboxes.includes(inboxId)).map((row) => [row.id, row]),
  );
  return {
    fields,
    contactFields,
    contactNotes,
    tasks,
    linked: linkedIds.flatMap((id) => rows.get(id) ?? []),
    merged: parts.flatMap(({ id, undoId }) => {
      const conversation = rows.get(id);
      return conversation ? [{ conversation, undoId }] : [];
    }),
  };
}

async function readFields(db: Reader, workspaceId: WorkspaceId, id: ConversationId): Promise<Columns> {
  const { rows } = await sql<{ fields: Columns }>`select fields from conversations
    where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return rows[0]?.fields ?? {};
}
