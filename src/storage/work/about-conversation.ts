import { sql } from 'kysely';
import type { ConversationId, InboxId, UndoId, WorkspaceId } from '../../core/ids.ts';
import type { Columns } from '../../core/work/act.ts';
import { type ContactNoteRow, readNotesAbove } from '../contacts/notes.ts';
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
  id: ConversationId,
  inboxes: readonly InboxId[] | null,
  now: Date,
): Promise<WorkAbout> {
  const [values, contactNotes, tasks, linkedIds, parts] = await Promise.all([
    readValues(db, workspaceId, id),
    readNotesAbove(db, workspaceId, id),
    readTasks(db, workspaceId, id),
    readLinkedIds(db, workspaceId, id),
    readMergedParts(db, workspaceId, id, now),
  ]);
  const others = await readConversationRows(db, workspaceId, [...linkedIds, ...parts.map((part) => part.id)]);
  const rows = new Map(
    others.filter(({ inboxId }) => inboxes === null || inboxes.includes(inboxId)).map((row) => [row.id, row]),
  );
  return {
    fields: values?.fields ?? {},
    contactFields: values?.contactFields ?? {},
    contactNotes,
    tasks,
    linked: linkedIds.flatMap((one) => rows.get(one) ?? []),
    merged: parts.flatMap(({ id: part, undoId }) => {
      const conversation = rows.get(part);
      return conversation ? [{ conversation, undoId }] : [];
    }),
  };
}

async function readValues(
  db: Reader,
  workspaceId: WorkspaceId,
  id: ConversationId,
): Promise<Pick<WorkAbout, 'fields' | 'contactFields'> | undefined> {
  const { rows } = await sql<Pick<WorkAbout, 'fields' | 'contactFields'>>`
    select c.fields, p.fields as "contactFields" from conversations c
    join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
    where c.workspace_id = ${workspaceId} and c.id = ${id}`.execute(db);
  return rows[0];
}
