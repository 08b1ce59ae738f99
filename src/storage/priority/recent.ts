import { sql } from 'kysely';
import type { InboxId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader } from '../database.ts';
import { readFacts } from '../triage/facts.ts';

export interface RecentAsked {
  readonly since: Date;
  /** Null: of every team and none. */
  readonly teamId: TeamId | null;
  /** Null: every inbox. */
  readonly visible: readonly InboxId[] | null;
}

/** Whatever waited for somebody since then, the newest first. @param before the last one read */
export function readRecent(
  db: Reader,
  workspaceId: WorkspaceId,
  asked: RecentAsked,
  { before, limit }: { readonly before: TriageFacts | null; readonly limit: number },
): Promise<readonly TriageFacts[]> {
  const beyond = before ? sql`and (last_message_at, id) < (${before.lastMessageAt}, ${before.id}::uuid)` : sql``;
  const chosen = sql`select c.id from conversations c where ${recent(workspaceId, asked)} ${beyond}
    order by last_message_at desc, id desc limit ${limit}`;
  return readFacts(db, workspaceId, chosen);
}

export async function countRecent(db: Reader, workspaceId: WorkspaceId, asked: RecentAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from conversations c
    where ${recent(workspaceId, asked)}`.execute(db);
  return rows[0]?.count ?? 0;
}

function recent(workspaceId: WorkspaceId, { since, teamId, visible }: RecentAsked) {
  const ofTeam = teamId ? sql`and team_id = ${teamId}` : sql``;
  return sql`workspace_id = ${workspaceId} and merged_into_id is null and last_message_at >= ${since}
    and attention is not null ${ofTeam} and ${inInboxes(visible)}`;
}
