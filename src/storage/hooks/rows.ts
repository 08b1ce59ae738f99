import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

/** An address without its secret. */
export interface HookRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly isOn: boolean;
  readonly offBecause: string | null;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly restsUntil: Date | null;
  readonly oldSecretUntil: Date | null;
  readonly createdAt: Date;
  readonly waiting: number;
  readonly failed: number;
  readonly deliveredAt: Date | null;
}

const COLUMNS = (
  workspaceId: WorkspaceId,
) => sql`h.id, h.name, h.url, h.events, h.is_on as "isOn", h.off_because as "offBecause", h.failures,
  h.failing_since as "failingSince", h.rests_until as "restsUntil", h.old_secret_until as "oldSecretUntil", h.created_at as "createdAt",
  (select count(*) from hook_deliveries d where d.workspace_id = ${workspaceId} and d.hook_id = h.id and d.state = 'waiting')::integer as waiting,
  (select count(*) from hook_deliveries d where d.workspace_id = ${workspaceId} and d.hook_id = h.id and d.state = 'failed')::integer as failed,
  (select max(d.tried_at) from hook_deliveries d where d.workspace_id = ${workspaceId} and d.hook_id = h.id and d.state = 'delivered') as "deliveredAt"`;

export async function listHooks(db: Reader, workspaceId: WorkspaceId): Promise<readonly HookRow[]> {
  const { rows } = await sql<HookRow>`select ${COLUMNS(workspaceId)} from hooks h
    where h.workspace_id = ${workspaceId} order by h.created_at, h.id`.execute(db);
  return rows;
}

export async function readHook(db: Reader, workspaceId: WorkspaceId, id: string): Promise<HookRow | null> {
  const { rows } = await sql<HookRow>`select ${COLUMNS(workspaceId)} from hooks h
    where h.workspace_id = ${workspaceId} and h.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** False when there are as many as there may be: two at once do not go past it. */
export async function addHook(
  tx: Tx,
  workspaceId: WorkspaceId,
  hook: {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly events: readonly string[];
    readonly sealed: Uint8Array;
    readonly createdBy: AgentId | null;
  },
  most: number,
  now: Date,
): Promise<'added' | 'known' | 'full'> {
  await sql`select 1 from workspaces where id = ${workspaceId} for no key update`.execute(tx);
  const { rows: known } =
    await sql`select 1 from hooks where workspace_id = ${workspaceId} and id = ${hook.id}`.execute(tx);
  if (known.length > 0) return 'known';
  const { rows } = await sql`
    insert into hooks (workspace_id, id, name, url, events, secret, created_by, created_at)
    select ${workspaceId}, ${hook.id}, ${hook.name}, ${hook.url}, ${[...hook.events]}::text[], ${hook.sealed}, ${hook.createdBy}::uuid, ${now}
    where (select count(*) from hooks where workspace_id = ${workspaceId}) < ${most}
    returning id`.execute(tx);
  return rows.length > 0 ? 'added' : 'full';
}

export interface HookChange {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly events?: readonly string[] | undefined;
  readonly isOn?: boolean | undefined;
}

/** Another address, or one that is switched on again, starts without the failures of the one before. */
export async function updateHook(tx: Tx, workspaceId: WorkspaceId, id: string, change: HookChange): Promise<boolean> {
  const { name, url, events, isOn } = change;
  const isAnew = isOn === true || url !== undefined;
  const done = await tx
    .updateTable('hooks')
    .set({
      id,
      ...(name === undefined ? {} : { name }),
      ...(url === undefined ? {} : { url }),
      ...(events === undefined ? {} : { events: [...events] }),
      ...(isOn === undefined ? {} : { is_on: isOn, off_because: null }),
      ...(isAnew ? { failures: 0, failing_since: null, rests_until: null } : {}),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The one before signs beside it until then. */
export async function changeHookSecret(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  { sealed, oldUntil }: { readonly sealed: Uint8Array; readonly oldUntil: Date },
): Promise<boolean> {
  const { rows } = await sql`update hooks set old_secret = secret, old_secret_until = ${oldUntil}, secret = ${sealed}
    where workspace_id = ${workspaceId} and id = ${id} returning id`.execute(tx);
  return rows.length > 0;
}

export async function removeHook(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<string | null> {
  const row = await tx
    .deleteFrom('hooks')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
  return row?.name ?? null;
}
