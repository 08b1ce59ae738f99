import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import { type Presence, presenceOf } from '../../core/routing/desk.ts';
import type { Reader, Tx } from '../database.ts';

/** A desk of theirs is open. */
export async function noteSeen(tx: Tx, workspaceId: WorkspaceId, agentId: AgentId, now: Date): Promise<void> {
  await sql`insert into agent_desks (workspace_id, agent_id, seen_at) values (${workspaceId}, ${agentId}, ${now})
    on conflict (workspace_id, agent_id) do update set seen_at = excluded.seen_at`.execute(tx);
}

/** They go away, or are back. False: it was so already. */
export async function putAway(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  isAway: boolean,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into agent_desks (workspace_id, agent_id, away_since) values (${workspaceId}, ${agentId}, ${isAway ? now : null})
    on conflict (workspace_id, agent_id) do update set away_since = excluded.away_since
      where (agent_desks.away_since is null) <> (excluded.away_since is null) returning agent_id`.execute(tx);
  return rows.length > 0;
}

export async function readPresence(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  now: Date,
): Promise<{ readonly presence: Presence; readonly awaySince: Date | null }> {
  const row = await db
    .selectFrom('agent_desks')
    .select(['away_since', 'seen_at'])
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  const awaySince = row?.away_since ?? null;
  return { presence: presenceOf({ awaySince, seenAt: row?.seen_at ?? null }, now), awaySince };
}
