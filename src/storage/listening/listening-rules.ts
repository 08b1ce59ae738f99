import { type RawBuilder, sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { BoardKind, Care, ListeningBody, ListeningRule } from '../../core/listening/listening-rule.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

export interface ListeningRuleRow extends ListeningRule {
  readonly isOn: boolean;
  readonly version: number;
}
export interface ListedListeningRule extends ListeningRuleRow {
  /** Within the last 30 days. */
  readonly hits: number;
  readonly lastAt: Date | null;
}
interface Flat {
  readonly id: string;
  readonly boardId: string;
  readonly boardKind: BoardKind;
  readonly isOn: boolean;
  readonly version: number;
  readonly body: Omit<ListeningBody, 'boardId' | 'care'> & {
    /** Absent in rules that were written before anything but words could call for care. */
    readonly care?: Care;
    readonly needsTrigger?: boolean;
  };
}

const COLUMNS = sql`r.id, r.board_id as "boardId", b.kind as "boardKind", r.is_on as "isOn", r.version, r.body`;
const RULES = sql`listening_rules r join boards b on b.workspace_id = r.workspace_id and b.id = r.board_id`;
const standing = (workspaceId: WorkspaceId): RawBuilder<unknown> =>
  sql`r.workspace_id = ${workspaceId} and b.workspace_id = ${workspaceId} and r.removed_at is null and b.removed_at is null`;
const unfold = <Row extends Flat>({
  body: { needsTrigger, care, ...body },
  ...row
}: Row): Omit<Row, 'body'> & Omit<ListeningBody, 'boardId'> => ({
  ...body,
  care: care ?? (needsTrigger ? 'words' : 'anything'),
  ...row,
});

/** All that are not removed, the oldest first, and what each has heard of late. */
export async function listListeningRules(
  db: Reader,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly ListedListeningRule[]> {
  const from = new Date(now.getTime() - 30 * 86_400_000);
  const { rows } = await sql<Flat & Pick<ListedListeningRule, 'hits' | 'lastAt'>>`
    with heard as (
      select x."ruleId" as rule_id, count(*)::integer as hits, max(h.found_at) as last_at from hits h
      cross join lateral jsonb_to_recordset(h.because) as x ("ruleId" uuid)
      where h.workspace_id = ${workspaceId} and h.found_at >= ${from} group by 1
    )
    select ${COLUMNS}, coalesce(heard.hits, 0) as hits, heard.last_at as "lastAt"
    from ${RULES} left join heard on heard.rule_id = r.id where ${standing(workspaceId)}
    order by r.created_at, r.id`.execute(db);
  return rows.map(unfold);
}

/** Those that work: what is heard, and what accounts are asked to search. */
export async function readRulesThatAreOn(db: Reader, workspaceId: WorkspaceId): Promise<readonly ListeningRule[]> {
  const { rows } = await sql<Flat>`select ${COLUMNS} from ${RULES} where ${standing(workspaceId)} and r.is_on
    order by r.created_at, r.id`.execute(db);
  return rows.map(unfold);
}

/** Moves with whatever changes what is heard. */
export async function readListeningStamp(db: Reader, workspaceId: WorkspaceId): Promise<string> {
  const { rows } = await sql<{
    stamp: string;
  }>`select concat_ws(' ', count(*), sum(version), extract(epoch from max(changed_at))) as stamp
    from listening_rules where workspace_id = ${workspaceId}`.execute(db);
  return rows[0]?.stamp ?? '';
}

/** What is listened for in each workspace, read again only after it changed: who hears makes each rule ready once. */
export function rememberRules(db: Reader): (workspaceId: WorkspaceId) => Promise<readonly ListeningRule[]> {
  const known = new Map<WorkspaceId, { readonly stamp: string; readonly rules: readonly ListeningRule[] }>();
  return async (workspaceId) => {
    const stamp = await readListeningStamp(db, workspaceId);
    const before = known.get(workspaceId);
    if (before?.stamp === stamp) return before.rules;
    const rules = await readRulesThatAreOn(db, workspaceId);
    known.set(workspaceId, { stamp, rules });
    return rules;
  };
}

/** Locked until the transaction ends. Null: not there (any more). */
export async function lockListeningRule(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<(ListeningRuleRow & { readonly isRemoved: boolean }) | null> {
  const { rows } = await sql<Flat & { isRemoved: boolean }>`
    select ${COLUMNS}, r.removed_at is not null as "isRemoved" from ${RULES}
    where r.workspace_id = ${workspaceId} and b.workspace_id = ${workspaceId} and r.id = ${id} for update of r`.execute(
    tx,
  );
  return rows[0] ? unfold(rows[0]) : null;
}

/** Holds who may add one until the transaction ends. @returns how many there are */
export async function lockListening(tx: Tx, workspaceId: WorkspaceId): Promise<{ rules: number; boards: number }> {
  await sql`select 1 from workspaces where id = ${workspaceId} for no key update`.execute(tx);
  const { rows } = await sql<{ rules: number; boards: number }>`select
    (select count(*)::integer from listening_rules where workspace_id = ${workspaceId} and removed_at is null) as rules,
    (select count(*)::integer from boards where workspace_id = ${workspaceId} and removed_at is null) as boards`.execute(
    tx,
  );
  return rows[0] ?? { rules: 0, boards: 0 };
}

/** False: the id is taken. */
export async function insertListeningRule(
  tx: Tx,
  workspaceId: WorkspaceId,
  rule: { readonly id: string; readonly isOn: boolean; readonly body: ListeningBody },
  now: Date,
): Promise<boolean> {
  const { boardId, ...body } = rule.body;
  const { rows } = await sql`
    insert into listening_rules (workspace_id, id, board_id, is_on, body, changed_at, created_at)
    values (${workspaceId}, ${rule.id}, ${boardId}, ${rule.isOn}, ${storableJson(body)}::jsonb, ${now}, ${now})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** Writes a rule that `lockListeningRule` holds, as its next version. */
export async function updateListeningRule(
  tx: Tx,
  workspaceId: WorkspaceId,
  rule: { readonly id: string; readonly isOn: boolean; readonly isRemoved: boolean; readonly body: ListeningBody },
  now: Date,
): Promise<void> {
  const { boardId, ...body } = rule.body;
  await sql`update listening_rules set is_on = ${rule.isOn}, version = version + 1, changed_at = ${now}, board_id = ${boardId},
      body = ${storableJson(body)}::jsonb, removed_at = case when ${rule.isRemoved} then ${now}::timestamptz end
    where workspace_id = ${workspaceId} and id = ${rule.id}`.execute(tx);
}
