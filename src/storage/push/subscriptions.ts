import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

export interface PushRow {
  readonly id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly browser: string;
  readonly createdAt: Date;
  readonly pushedAt: Date | null;
}

/** One browser of one person. A browser in which somebody else signs in is theirs from then on. */
export async function addSubscription(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  row: Pick<PushRow, 'id' | 'endpoint' | 'p256dh' | 'auth' | 'browser'>,
  most: number,
  now: Date,
): Promise<void> {
  await sql`insert into push_subscriptions (workspace_id, id, agent_id, endpoint, p256dh, auth, browser, created_at)
    values (${workspaceId}, ${row.id}, ${agentId}, ${row.endpoint}, ${row.p256dh}, ${row.auth}, ${row.browser}, ${now})
    on conflict on constraint push_once do update set agent_id = excluded.agent_id, p256dh = excluded.p256dh,
      auth = excluded.auth, browser = excluded.browser, created_at = excluded.created_at`.execute(tx);
  // Browsers that were thrown away without a word would pile up.
  await sql`delete from push_subscriptions where workspace_id = ${workspaceId} and agent_id = ${agentId} and id in (
    select id from push_subscriptions where workspace_id = ${workspaceId} and agent_id = ${agentId}
    order by created_at desc, id desc offset ${most})`.execute(tx);
}

export async function listSubscriptions(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId,
): Promise<readonly PushRow[]> {
  const { rows } =
    await sql<PushRow>`select id, endpoint, p256dh, auth, browser, created_at as "createdAt", pushed_at as "pushedAt"
    from push_subscriptions where workspace_id = ${workspaceId} and agent_id = ${agentId} order by created_at, id`.execute(
      db,
    );
  return rows;
}

/** @param which of one's own: by its address or its id */
export async function removeSubscription(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  which: { readonly endpoint?: string | undefined; readonly id?: string | undefined },
): Promise<void> {
  await sql`delete from push_subscriptions where workspace_id = ${workspaceId} and agent_id = ${agentId}
    and (endpoint = ${which.endpoint ?? null}::text or id = ${which.id ?? null}::uuid)`.execute(tx);
}

/** Its push service knows it no more. */
export async function dropSubscription(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`delete from push_subscriptions where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function notePushed(tx: Tx, workspaceId: WorkspaceId, id: string, now: Date): Promise<void> {
  await sql`update push_subscriptions set pushed_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`.execute(
    tx,
  );
}
