import { sql } from 'kysely';
import type { AnswerPolicy } from '../../core/clocks/policy.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { keyOfName } from '../../core/work/name.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';
import { unlessTaken } from '../unless-taken.ts';

export interface PolicyRow extends AnswerPolicy {
  readonly isOn: boolean;
}
const COLUMNS = sql`id, name, is_on as "isOn", conditions, targets, warn_minutes as "warnMinutes", on_breach as "onBreach"`;

/** In the order in which they are asked. */
export async function listPolicies(db: Reader, workspaceId: WorkspaceId): Promise<readonly PolicyRow[]> {
  const { rows } = await sql<PolicyRow>`select ${COLUMNS} from answer_policies where workspace_id = ${workspaceId}
    order by position, id`.execute(db);
  return rows;
}

/** Since when each holds as it stands. */
export async function readPoliciesSince(db: Reader, workspaceId: WorkspaceId): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ id: string; since: Date }>`select id, changed_at as since from answer_policies
    where workspace_id = ${workspaceId}`.execute(db);
  return new Map(rows.map(({ id, since }) => [id, since]));
}

/** Any number, the same in every version. The workspace's own row is held by whoever tells of changes. */
const LOCK = 4_100_016;

/** All of them, held until the transaction ends: their order is one thing. */
export async function lockPolicies(tx: Tx, workspaceId: WorkspaceId): Promise<readonly PolicyRow[]> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)}, ${workspaceId})`.execute(tx);
  return listPolicies(tx, workspaceId);
}

/** Made at the end of the order, or changed where it stands. False: another one has this name. */
export function putPolicy(tx: Tx, workspaceId: WorkspaceId, policy: PolicyRow, now: Date): Promise<boolean> {
  const name = storableText(policy.name);
  return unlessTaken(tx, () =>
    sql`insert into answer_policies (workspace_id, id, name, folded, position, is_on, conditions, targets, warn_minutes, on_breach, created_at, changed_at)
      values (${workspaceId}, ${policy.id}, ${name}, ${keyOfName(name)},
        (select coalesce(max(position), 0) + 1 from answer_policies where workspace_id = ${workspaceId}), ${policy.isOn},
        ${storableJson(policy.conditions)}::jsonb, ${storableJson(policy.targets)}::jsonb, ${policy.warnMinutes},
        ${storableJson(policy.onBreach)}::jsonb, ${now}, ${now})
      on conflict (workspace_id, id) do update set name = excluded.name, folded = excluded.folded, is_on = excluded.is_on,
        conditions = excluded.conditions, targets = excluded.targets, warn_minutes = excluded.warn_minutes,
        on_breach = excluded.on_breach, changed_at = excluded.changed_at`.execute(tx),
  );
}

export async function removePolicy(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`delete from answer_policies where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function orderPolicies(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]): Promise<void> {
  await sql`update answer_policies p set position = o.position
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, position)
    where p.workspace_id = ${workspaceId} and p.id = o.id`.execute(tx);
}
