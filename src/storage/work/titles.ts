import { sql } from 'kysely';
import type { ConversationId, Json, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** What the timeline calls a conversation, so that it can be told in words and opened. */
export type Title = {
  readonly id: string;
  readonly contactName: string;
  readonly subject: string | null;
  readonly channel: string;
};

/** By id; those that are not there are left out. */
export async function readTitles(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly ConversationId[],
): Promise<ReadonlyMap<ConversationId, Title & Json>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Title & { id: ConversationId }>`
    select c.id, p.name as "contactName", c.subject, c.channel from conversations c
    join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
    where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
