import { sql } from 'kysely';
import type { InboxId, TeamId, WorkspaceId } from '../../core/ids.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader } from '../database.ts';
import { type FactsRow, factsOf, toFacts } from '../triage/facts.ts';

export interface RecentAsked {
  readonly since: Date;
  /** Null: of every team and none. */
  readonly teamId: TeamId | null;
  /** Null: every inbox. */
  readonly visible: readonly InboxId[] | null;
}

/** Whatever waited for somebody since then, page by page from the newest; in no order within a page. @param before the oldest one read */
export async function readRecent(
  db: Reader,
  workspaceId: WorkspaceId,
  asked: RecentAsked,
  { before, limit }: { readonly before: TriageFacts | null; readonly limit: number },
): Promise<readonly TriageFacts[]> {
  const beyond = before ? sql`and (last_message_at, id) < (${before.lastMessageAt}, ${before.id}::uuid)` : sql``;
  const chosen = sql`select c.id from conversations c where ${recent(workspaceId, asked)} ${beyond}
    order by last_message_at desc, id desc limit ${limit}`;
  // As one text: of a hundred thousand rows with forty columns each, taking them over one by one is most of the work of
  // the embedded database (15 s; this way 4 s).
  const { rows } = await sql<{ packed: string }>`select coalesce(json_agg(known), '[]')::text as packed
    from (select f.*, c.rule_boosts as "ruleBoosts" from (${factsOf(workspaceId, chosen)}) f
      join conversations c on c.workspace_id = ${workspaceId} and c.id = f.id) known`.execute(db);
  const found = JSON.parse(rows[0]?.packed ?? '[]') as readonly FactsRow[];
  return found.map((row) => toFacts(withTimes(row)));
}

const TIMES = [
  'lastOrderAt',
  'createdAt',
  'waitingSince',
  'lastInboundAt',
  'lastMessageAt',
  'firstResponseAt',
  'attentionAt',
  'resolutionAt',
  'dueAt',
] as const satisfies readonly (keyof FactsRow)[];

/** JSON has no times: they come as text. */
function withTimes(row: FactsRow): FactsRow {
  const times = TIMES.map((name) => [name, row[name] && new Date(row[name])] as const);
  return { ...row, ...Object.fromEntries(times) };
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
