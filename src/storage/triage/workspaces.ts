import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/**
 * Workspaces where something is to be decided: a conversation that is due, or a scale that is not applied to all yet.
 * `offset 0` holds PostgreSQL to a look into the index for each: it read every conversation there is otherwise.
 */
export async function workspacesToTriage(db: Reader, now: Date): Promise<readonly WorkspaceId[]> {
  const { rows } = await sql<{ id: WorkspaceId }>`select w.id from workspaces w
    where exists (select from conversations c where c.workspace_id = w.id and c.triage_at <= ${now} offset 0)
      or exists (select from priority_scales s where s.workspace_id = w.id and s.spread_at is null offset 0)
    order by w.id`.execute(db);
  return rows.map(({ id }) => id);
}
