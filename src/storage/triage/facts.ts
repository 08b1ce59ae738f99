import { type RawBuilder, sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import type { Reader, Tx } from '../database.ts';
import { failedTries } from '../person/tries.ts';

/** What is decided anew, with what was decided last. */
export interface DueFacts extends TriageFacts {
  readonly priority: number;
  readonly dueAt: Date | null;
}

/** One row as the statement gives it. */
export type FactsRow = Omit<DueFacts, 'purchases'> & {
  readonly orders: number | null;
  readonly value: number | null;
  readonly lastOrderAt: Date | null;
  readonly currency: string | null;
};

/** Locks conversations that are due, a batch at most; those that somebody else holds are left for the next look. */
export async function takeDue(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  limit: number,
): Promise<readonly DueFacts[]> {
  const { rows } = await sql<{
    id: string;
  }>`select id from conversations where workspace_id = ${workspaceId} and triage_at <= ${now}
      order by triage_at, id limit ${limit} for update skip locked`.execute(tx);
  if (rows.length === 0) return [];
  // In a statement of its own: one that locks reads what stood there when it began, and would decide on it.
  return readFactsOf(
    tx,
    workspaceId,
    rows.map(({ id }) => id),
  );
}

export const readFactsOf = (db: Reader, workspaceId: WorkspaceId, ids: readonly string[]) =>
  readFacts(db, workspaceId, sql`select unnest(${[...ids]}::uuid[]) as id`);

/** @param chosen a statement that gives the `id` of each conversation that is wanted */
export async function readFacts(
  db: Reader,
  workspaceId: WorkspaceId,
  chosen: RawBuilder<unknown>,
): Promise<readonly DueFacts[]> {
  const { rows } = await factsOf(workspaceId, chosen).execute(db);
  return rows.map(toFacts);
}

export function factsOf(workspaceId: WorkspaceId, chosen: RawBuilder<unknown>): RawBuilder<FactsRow> {
  return sql<FactsRow>`
    with due as (${chosen})
    select c.id, c.inbox_id as "inboxId", c.channel, c.reach, c.language, c.attention, c.resolution,
      c.merged_into_id is not null as "isMerged",
      c.assignee_id as "assigneeId", c.team_id as "teamId", c.label_ids as "labelIds",
      c.sentiment, c.kind, c.urgency, c.topic, c.signs, i.followers, p.vip_at is not null as "isVip",
      p.muted_at is not null as "isMuted",
      p.orders_count as orders, p.orders_value::float8 as value, p.last_order_at as "lastOrderAt",
      (select w.currency from workspaces w where w.id = ${workspaceId}) as currency,
      case when c.waiting_since is null then 0 else ${failedTries(workspaceId)} end as "failedTries",
      c.contact_id as "contactId", c.created_at as "createdAt", c.waiting_since as "waitingSince", c.last_inbound_at as "lastInboundAt",
      c.last_message_at as "lastMessageAt", c.first_response_at as "firstResponseAt",
      c.attention_at as "attentionAt", c.resolution_at as "resolutionAt",
      c.clocks, c.priority, c.due_at as "dueAt"
    from due
    join conversations c on c.workspace_id = ${workspaceId} and c.id = due.id
    join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
    left join identities i on i.workspace_id = ${workspaceId} and i.id = c.identity_id`;
}

export function toFacts({ orders, value, lastOrderAt, currency, ...row }: FactsRow): DueFacts {
  return { ...row, purchases: orders === null ? null : { orders, value: value ?? 0, lastAt: lastOrderAt, currency } };
}

/** Leaves one that is due for later. */
export async function lookLater(tx: Tx, workspaceId: WorkspaceId, id: string, now: Date, later: Date): Promise<void> {
  await sql`update conversations set triage_at = ${later}
    where workspace_id = ${workspaceId} and id = ${id} and triage_at <= ${now}`.execute(tx);
}
