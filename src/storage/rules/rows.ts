import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import { HOUR_MS, type Rule, type RuleBody } from '../../core/rules/rule.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

export interface RuleRow extends Rule {
  readonly isOn: boolean;
  readonly position: number;
  readonly isRemoved: boolean;
  readonly changedAt: Date;
}
export interface ListedRule extends RuleRow {
  /** On how many conversations it acted within the last 30 days, and when it last did. */
  readonly runs: number;
  readonly lastAt: Date | null;
  readonly resting: number;
}
type Flat = Omit<RuleRow, keyof RuleBody> & { readonly body: RuleBody };

const COLUMNS = sql`r.id, r.is_on as "isOn", r.position, r.version, r.body, r.since,
  r.removed_at is not null as "isRemoved", r.changed_at as "changedAt"`;
const unfold = <Row extends Flat>({ body, ...row }: Row): Omit<Row, 'body'> & RuleBody => ({ ...body, ...row });

/** Those that work, in their order. */
export async function readRulesOn(db: Reader, workspaceId: WorkspaceId): Promise<readonly RuleRow[]> {
  const { rows } = await sql<Flat>`select ${COLUMNS} from rules r
    where r.workspace_id = ${workspaceId} and r.is_on and r.removed_at is null order by r.position, r.id`.execute(db);
  return rows.map(unfold);
}

/** Whether one that works answers customers or tells other systems. */
export async function doRulesSpeak(db: Reader, workspaceId: WorkspaceId): Promise<boolean> {
  const { rows } =
    await sql`select from rules r where r.workspace_id = ${workspaceId} and r.is_on and r.removed_at is null
    and (r.body -> 'acts' @> '[{"do":"reply"}]' or r.body -> 'acts' @> '[{"do":"hook"}]') limit 1`.execute(db);
  return rows.length > 0;
}

export async function listRules(db: Reader, workspaceId: WorkspaceId, now: Date): Promise<readonly ListedRule[]> {
  const from = new Date(now.getTime() - 30 * 86_400_000);
  const resting = new Date(now.getTime() - HOUR_MS);
  const { rows } = await sql<Flat & Pick<ListedRule, 'runs' | 'lastAt' | 'resting'>>`
    select ${COLUMNS}, coalesce(n.runs, 0) as runs, n."lastAt", coalesce(n.resting, 0) as resting from rules r
    left join lateral (
      select count(*) filter (where x.outcome = 'acted')::integer as runs, max(x.at) filter (where x.outcome = 'acted') as "lastAt",
        count(*) filter (where x.outcome = 'paused' and x.version = r.version and x.at > ${resting})::integer as resting
      from rule_runs x where x.workspace_id = ${workspaceId} and x.rule_id = r.id and x.at >= ${from}
    ) n on true
    where r.workspace_id = ${workspaceId} and r.removed_at is null order by r.position, r.id`.execute(db);
  return rows.map(unfold);
}

/** Locked until the transaction ends; removed ones too. */
export async function lockRule(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<RuleRow | null> {
  const { rows } = await sql<Flat>`select ${COLUMNS} from rules r
    where r.workspace_id = ${workspaceId} and r.id = ${id} for update`.execute(tx);
  return rows[0] ? unfold(rows[0]) : null;
}

/** Holds the order of the rules until the transaction ends. @returns those that are not removed, in their order */
export async function lockOrder(tx: Tx, workspaceId: WorkspaceId): Promise<readonly string[]> {
  await sql`select 1 from workspaces where id = ${workspaceId} for no key update`.execute(tx);
  const { rows } = await sql<{ id: string }>`select id from rules
    where workspace_id = ${workspaceId} and removed_at is null order by position, id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** False: the id is taken. */
export async function insertRule(
  tx: Tx,
  workspaceId: WorkspaceId,
  rule: { readonly id: string; readonly isOn: boolean; readonly position: number; readonly body: RuleBody },
  by: AgentId | null,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into rules (workspace_id, id, is_on, position, body, since, changed_at, created_at)
    values (${workspaceId}, ${rule.id}, ${rule.isOn}, ${rule.position}, ${storableJson(rule.body as never)}::jsonb, ${now}, ${now}, ${now})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) return false;
  await addVersion(tx, workspaceId, { id: rule.id, version: 1, body: rule.body }, by, now);
  return true;
}

/** Writes a rule that `lockRule` holds. Another body is another version. */
export async function updateRule(
  tx: Tx,
  workspaceId: WorkspaceId,
  rule: Pick<RuleRow, 'id' | 'isOn' | 'isRemoved' | 'version' | 'since'> & { readonly body: RuleBody },
  before: Pick<RuleRow, 'version'>,
  by: AgentId | null,
  now: Date,
): Promise<void> {
  await sql`update rules set is_on = ${rule.isOn}, version = ${rule.version}, since = ${rule.since}, changed_at = ${now},
      body = ${storableJson(rule.body as never)}::jsonb,
      removed_at = case when ${rule.isRemoved} then coalesce(removed_at, ${now}::timestamptz) end
    where workspace_id = ${workspaceId} and id = ${rule.id}`.execute(tx);
  if (rule.version !== before.version) await addVersion(tx, workspaceId, rule, by, now);
}

export async function writeOrder(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]): Promise<void> {
  await sql`update rules r set position = n.at from unnest(${[...ids]}::uuid[]) with ordinality as n (id, at)
    where r.workspace_id = ${workspaceId} and r.id = n.id`.execute(tx);
}

export interface VersionRow {
  readonly version: number;
  readonly body: RuleBody;
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

/** The newest first. */
export async function listVersions(db: Reader, workspaceId: WorkspaceId, id: string): Promise<readonly VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.version, v.body, a.name as "savedBy", v.saved_at as "savedAt" from rule_versions v
    left join agents a on a.workspace_id = ${workspaceId} and a.id = v.saved_by
    where v.workspace_id = ${workspaceId} and v.rule_id = ${id} order by v.version desc limit 100`.execute(db);
  return rows;
}

export async function readVersion(
  db: Reader,
  workspaceId: WorkspaceId,
  id: string,
  version: number,
): Promise<RuleBody | null> {
  const { rows } = await sql<{ body: RuleBody }>`select body from rule_versions
    where workspace_id = ${workspaceId} and rule_id = ${id} and version = ${version}`.execute(db);
  return rows[0]?.body ?? null;
}

async function addVersion(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, version, body }: { readonly id: string; readonly version: number; readonly body: RuleBody },
  by: AgentId | null,
  now: Date,
): Promise<void> {
  await sql`insert into rule_versions (workspace_id, rule_id, version, body, saved_by, saved_at)
    values (${workspaceId}, ${id}, ${version}, ${storableJson(body as never)}::jsonb, ${by}, ${now})`.execute(tx);
}
