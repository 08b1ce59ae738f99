import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import { type ChosenPreferences, type Preferences, withDefaults } from '../../core/notifications/preferences.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

export async function readPreferences(db: Reader, workspaceId: WorkspaceId, agentId: AgentId): Promise<Preferences> {
  const row = await db
    .selectFrom('agents')
    .select('preferences')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', agentId)
    .executeTakeFirst();
  return withDefaults((row?.preferences ?? {}) as ChosenPreferences);
}

/** Lays what was chosen over what was chosen before, kind by kind, in one statement: two tabs do not undo each other. */
export async function writePreferences(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  chosen: ChosenPreferences,
): Promise<void> {
  const { notify, ...rest } = chosen;
  await sql`update agents set preferences = preferences || ${storableJson(rest)}::jsonb || jsonb_build_object('notify',
      coalesce(preferences -> 'notify', '{}') || ${storableJson(notify ?? {})}::jsonb)
    where workspace_id = ${workspaceId} and id = ${agentId}`.execute(tx);
}
