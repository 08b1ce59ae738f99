import { sql } from 'kysely';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** What the timeline calls a conversation, so that it can be told in words and opened. */
type Title = {
  readonly id: string;
  readonly contactName: string;
  readonly subject: string | null;
  readonly channel: string;
};

/** What these are called, by their ids. */
export async function readTitles(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly ConversationId[],
): Promise<(id: ConversationId) => Title | { readonly id: string }> {
  const { rows } = await sql<Title & { id: ConversationId }>`
    select c.id, p.name as "contactName", c.subject, c.channel from conversations c
    join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
    where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::uuid[])`.execute(db);
  const titles = new Map(rows.map((row) => [row.id, row]));
  return (id) => titles.get(id) ?? { id };
}
