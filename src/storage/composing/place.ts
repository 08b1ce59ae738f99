import { sql } from 'kysely';
import type { Circumstances } from '../../core/composing/variables.ts';
import type { AgentId, ContactId, ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

export async function hasConversation(db: Reader, workspaceId: WorkspaceId, id: ConversationId): Promise<boolean> {
  const { rows } = await sql`select 1 from conversations where workspace_id = ${workspaceId} and id = ${id}`.execute(
    db,
  );
  return rows.length > 0;
}

/** What the variables of a saved reply speak of. */
export interface ComposingPlace extends Circumstances {
  readonly contactId: ContactId;
}

export async function readComposingPlace(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  agentId: AgentId | null,
): Promise<ComposingPlace | null> {
  const { rows } =
    await sql<ComposingPlace>`select c.contact_id as "contactId", p.name as "contactName", a.name as "agentName",
      w.name as "workspaceName", i.name as "inboxName", i.brand, coalesce(c.subject, t.title) as subject,
      coalesce(c.language, p.language, i.language) as language, c.fields, p.fields as "contactFields"
    from conversations c
    join workspaces w on w.id = c.workspace_id
    join contacts p on p.workspace_id = c.workspace_id and p.id = c.contact_id
    join inboxes i on i.workspace_id = c.workspace_id and i.id = c.inbox_id
    left join threads t on t.workspace_id = c.workspace_id and t.id = c.thread_id
    left join agents a on a.workspace_id = c.workspace_id and a.id = ${agentId}
    where c.workspace_id = ${workspaceId} and c.id = ${conversationId}`.execute(db);
  return rows[0] ?? null;
}

/** Whether this person got these words from us before, on whatever channel. @param key made by `sameWordsKey` */
export async function saidBefore(
  db: Reader,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  key: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from conversations c
    join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.id
    where c.workspace_id = ${workspaceId} and c.contact_id = ${contactId} and m.direction = 'outbound' and m.deleted_at is null
      and coalesce(m.delivery, 'sent') not in ('failed', 'cancelled')
      and lower(regexp_replace(btrim(m.text, E' \\t\\r\\n'), '\\s+', ' ', 'g')) = ${key} limit 1`.execute(db);
  return rows.length > 0;
}
