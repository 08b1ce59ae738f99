import { sql } from 'kysely';
import type { AgentId, NotificationId, WorkspaceId } from '../../core/ids.ts';
import { type ChosenPreferences, type Preferences, withDefaults } from '../../core/notifications/preferences.ts';
import type { Tx } from '../database.ts';

export interface DuePush {
  readonly id: NotificationId;
  readonly agentId: AgentId;
  readonly at: Date;
  readonly preferences: Preferences;
}

/** Takes notices whose browsers are to be told now; another process takes them again when this one has died by `until`. */
export async function claimPushes(
  tx: Tx,
  workspaceId: WorkspaceId,
  { now, until, limit }: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<readonly DuePush[]> {
  const { rows } = await sql<Omit<DuePush, 'preferences'> & { preferences: unknown }>`
    with due as (
      select id from notifications where workspace_id = ${workspaceId} and push_at <= ${now} order by push_at limit ${limit} for update skip locked)
    update notifications n set push_at = ${until} from due, agents a
    where n.workspace_id = ${workspaceId} and n.id = due.id and a.workspace_id = ${workspaceId} and a.id = n.agent_id
    returning n.id, n.agent_id as "agentId", n.at, a.preferences`.execute(tx);
  return rows.map((row) => ({ ...row, preferences: withDefaults((row.preferences ?? {}) as ChosenPreferences) }));
}

/** Done with, unless it was renewed meanwhile. @param until as it was claimed */
export async function settlePush(tx: Tx, workspaceId: WorkspaceId, id: NotificationId, until: Date): Promise<void> {
  await sql`update notifications set push_at = null where workspace_id = ${workspaceId} and id = ${id} and push_at = ${until}`.execute(
    tx,
  );
}
