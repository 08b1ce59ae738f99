import { sql } from 'kysely';
import type { AgentId, ContactId, ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { storableText } from '../rows.ts';

export interface ContactNoteRow {
  readonly id: string;
  readonly contactId: ContactId;
  readonly text: string;
  readonly authorId: AgentId | null;
  readonly authorName: string | null;
  readonly at: Date;
  readonly editedAt: Date | null;
}
const SELECT = sql`select n.id, n.contact_id as "contactId", n.text, n.author_id as "authorId", a.name as "authorName",
  n.created_at as at, n.edited_at as "editedAt"
  from contact_notes n left join agents a on a.workspace_id = n.workspace_id and a.id = n.author_id`;

/** About the person of a conversation, the newest first. */
export async function readNotesAbove(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<readonly ContactNoteRow[]> {
  const { rows } = await sql<ContactNoteRow>`${SELECT}
    where n.workspace_id = ${workspaceId} and n.contact_id = (
      select c.contact_id from conversations c where c.workspace_id = ${workspaceId} and c.id = ${conversationId})
    order by n.created_at desc, n.id desc limit 200`.execute(db);
  return rows;
}

export async function readContactNote(
  db: Reader,
  workspaceId: WorkspaceId,
  id: string,
): Promise<ContactNoteRow | null> {
  const { rows } = await sql<ContactNoteRow>`${SELECT}
    where n.workspace_id = ${workspaceId} and n.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** False: there is one with this id already. */
export async function insertContactNote(
  tx: Tx,
  workspaceId: WorkspaceId,
  note: { readonly id: string; readonly contactId: ContactId; readonly text: string; readonly by: AgentId | null },
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into contact_notes (workspace_id, id, contact_id, text, author_id, created_at)
    values (${workspaceId}, ${note.id}, ${note.contactId}, ${storableText(note.text)}, ${note.by}, ${now})
    on conflict (workspace_id, id) do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function updateContactNote(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  text: string,
  now: Date,
): Promise<void> {
  await sql`update contact_notes set text = ${storableText(text)}, edited_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function deleteContactNote(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await tx.deleteFrom('contact_notes').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}
