import { type RawBuilder, sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Waiting } from '../../core/routing/desk.ts';
import type { CurrentPolicy } from '../../core/routing/policy.ts';
import type { Reader } from '../database.ts';

/** One that waits, with what is told of it when somebody gets it. */
export interface QueuedRow extends Waiting {
  readonly contactId: string;
  readonly preview: string;
  readonly routed: RoutedBefore | null;
  readonly waitingSince: Date;
  /** As the database writes it: a time of ours has no microseconds. */
  readonly since: string;
}
/** What was decided before: `not`: from whom it was taken by hand. */
export interface RoutedBefore {
  readonly to?: string;
  readonly at?: string;
  readonly had?: readonly string[];
  readonly not?: string;
}
type Row = Omit<QueuedRow, 'words' | 'not' | 'answeredBy'> & {
  readonly labels: readonly string[];
  readonly triggers: readonly string[] | null;
  readonly answeredById: string | null;
  readonly answeredAt: Date | null;
};

const WAITS = sql`c.attention = 'needs_answer' and c.snoozed_until is null and c.merged_into_id is null`;

const columns = (workspaceId: WorkspaceId, answeredSince: Date | null) => sql`
  c.id, c.inbox_id as "inboxId", c.channel, x.purpose, c.team_id as "teamId", x.team_id as "inboxTeamId", c.language, c.sentiment,
  c.kind, c.topic, c.priority, c.assignee_id as "holderId", c.contact_id as "contactId", c.preview, c.routed,
  c.waiting_since as "waitingSince", c.waiting_since::text as since, c.signs -> 'triggers' as triggers,
  array(select l.name from labels l where l.workspace_id = ${workspaceId} and l.id = any(c.label_ids)) as labels,
  ${answeredSince === null ? sql`null::uuid` : sql`answer.agent_id`} as "answeredById",
  ${answeredSince === null ? sql`null::timestamptz` : sql`answer.sent_at`} as "answeredAt"`;

/** Who answered this person last, wherever it was. */
const lastAnswer = (workspaceId: WorkspaceId, since: Date | null): RawBuilder<unknown> =>
  since === null
    ? sql``
    : sql`left join lateral (
      select m.agent_id, m.sent_at from conversations o
      join messages m on m.workspace_id = ${workspaceId} and m.conversation_id = o.id and m.direction = 'outbound' and m.agent_id is not null
        and m.sent_at >= ${since}
      where o.workspace_id = ${workspaceId} and o.contact_id = c.contact_id and o.last_outbound_at >= ${since}
      order by m.sent_at desc limit 1) answer on true`;

/** Where a place in the queue is; null: its head. */
export type Place = Pick<QueuedRow, 'priority' | 'since' | 'id'> | null;

/** What decides whether there is anybody at all who can take what nobody had before. */
export type Sort = Pick<QueuedRow, 'inboxId' | 'teamId' | 'language'>;
export const sortKey = ({ inboxId, teamId, language }: Sort): string =>
  `${inboxId} ${teamId ?? '-'} ${language ?? '-'}`;
const KEY = sql`c.inbox_id::text || ' ' || coalesce(c.team_id::text, '-') || ' ' || coalesce(c.language, '-')`;

interface Look {
  readonly now: Date;
  readonly after: Place;
  readonly limit: number;
  readonly answeredSince: Date | null;
  /** What nobody can take is passed over, unless somebody had it before. */
  readonly without?: readonly Sort[];
}

/** What waits for anybody, the most urgent first, of those that a policy gives out. What is decided anew just now is left for the next look. */
export async function readQueue(
  db: Reader,
  workspaceId: WorkspaceId,
  policies: readonly CurrentPolicy[],
  { now, after, limit, answeredSince, without = [] }: Look,
): Promise<readonly QueuedRow[]> {
  const { rows } = await sql<Row>`
    select ${columns(workspaceId, answeredSince)}
    from (select * from conversations c where c.workspace_id = ${workspaceId} and ${WAITS} and c.assignee_id is null and ${givenOut(policies)}
      and (c.triage_at is null or c.triage_at > ${now})
      ${without.length > 0 ? sql`and (c.routed is not null or ${KEY} <> all(${without.map(sortKey)}::text[]))` : sql``}
      ${after ? sql`and (c.priority < ${after.priority} or (c.priority = ${after.priority} and (c.waiting_since, c.id) > (${after.since}::timestamptz, ${after.id}::uuid)))` : sql``}
      order by c.priority desc, c.waiting_since, c.id limit ${limit}) c
    join inboxes x on x.workspace_id = ${workspaceId} and x.id = c.inbox_id
    ${lastAnswer(workspaceId, answeredSince)}
    order by c.priority desc, c.waiting_since, c.id`.execute(db);
  return rows.map(fromRow);
}

/** What a rule gave to somebody who left it unanswered. */
export async function readLeft(
  db: Reader,
  workspaceId: WorkspaceId,
  now: Date,
  limit: number,
): Promise<readonly QueuedRow[]> {
  const { rows } = await sql<Row>`
    select ${columns(workspaceId, null)}
    from (select * from conversations c where c.workspace_id = ${workspaceId} and c.pass_on_at <= ${now} and c.assignee_id is not null and ${WAITS}
      order by c.pass_on_at limit ${limit}) c
    join inboxes x on x.workspace_id = ${workspaceId} and x.id = c.inbox_id
    order by c.priority desc, c.waiting_since, c.id`.execute(db);
  return rows.map(fromRow);
}

/** How many wait for anybody now, and since when; of the inboxes that may be seen, where not all may. */
export async function measureQueue(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxes: readonly InboxId[] | null,
): Promise<{ readonly waiting: number; readonly since: Date | null }> {
  const { rows } = await sql<{ waiting: number; since: Date | null }>`
    select count(*)::int as waiting, min(waiting_since) as since from (
      select c.waiting_since from conversations c where c.workspace_id = ${workspaceId} and ${WAITS} and c.assignee_id is null
        ${inboxes ? sql`and c.inbox_id = any(${[...inboxes]}::uuid[])` : sql``} limit 10000) q`.execute(db);
  return rows[0] ?? { waiting: 0, since: null };
}

/** Those of teams whose policy is on; and of all without a policy of their own, where the workspace's is. */
function givenOut(policies: readonly CurrentPolicy[]): RawBuilder<unknown> {
  const teams = (isOn: boolean) =>
    policies.flatMap(({ teamId, policy }) => (teamId !== null && (policy.mode !== 'off') === isOn ? [teamId] : []));
  const isOnForAll = policies.some(({ teamId, policy }) => teamId === null && policy.mode !== 'off');
  if (!isOnForAll) return sql`c.team_id = any(${teams(true)}::uuid[])`;
  const off = teams(false);
  return off.length === 0 ? sql`true` : sql`(c.team_id is null or c.team_id <> all(${off}::uuid[]))`;
}

function fromRow({ labels, triggers, answeredById, answeredAt, ...row }: Row): QueuedRow {
  const { at, had = [], not } = row.routed ?? {};
  // Whoever left it last week may have what this person writes today.
  const left = at && new Date(at) < row.waitingSince ? [] : had;
  return {
    ...row,
    words: [...labels, ...(triggers ?? [])],
    answeredBy: answeredById && answeredAt ? { agentId: answeredById, at: answeredAt } : null,
    not: not ? [...left, not] : left,
  };
}

/** Whether something is decided anew just now: it may come to wait a moment later, and nothing tells of it. */
export async function isAnyUndecided(db: Reader, workspaceId: WorkspaceId, now: Date): Promise<boolean> {
  const { rows } =
    await sql`select from conversations where workspace_id = ${workspaceId} and triage_at <= ${now} limit 1`.execute(
      db,
    );
  return rows.length > 0;
}
