import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** What somebody has tried by hand; read from what happened, so nobody can tick it off without doing it. */
export interface Tried {
  readonly publicly: boolean;
  readonly privately: boolean;
  readonly note: boolean;
  readonly assign: boolean;
  readonly decide: boolean;
  readonly later: boolean;
}

export async function readTried(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  since: Date,
): Promise<Tried | null> {
  const said = (where: ReturnType<typeof sql>) =>
    sql`exists (select from messages where workspace_id = ${workspaceId} and agent_id = ${agentId} and sent_at >= ${since} and not is_history and ${where})`;
  const did = (kinds: readonly string[]) =>
    sql`exists (select from timeline_events where workspace_id = ${workspaceId} and actor_kind = 'agent' and actor_id = ${agentId}
      and at >= ${since} and kind = any(${[...kinds]}::text[]))`;
  const { rows } = await sql<Tried>`select
    ${said(sql`direction = 'outbound' and reach <> 'owned_private'`)} as publicly,
    ${said(sql`direction = 'outbound' and reach = 'owned_private'`)} as privately,
    ${said(sql`direction = 'note'`)} as note,
    ${did(['assigned'])} as assign,
    ${did(['acknowledged', 'no_reply'])} as decide,
    ${did(['snoozed', 'promised'])} as later`.execute(db);
  return rows[0] ?? null;
}
