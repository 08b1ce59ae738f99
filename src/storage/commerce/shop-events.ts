import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { RawWebhook } from '../../core/channel/connector.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

/**
 * Kept as it came, before anybody looks inside; the delivery's own name makes a second one nothing.
 * @returns false: it is known already
 */
export async function keepShopEvent(
  tx: Tx,
  workspaceId: WorkspaceId,
  shopId: string,
  { headers, body }: Pick<RawWebhook, 'headers' | 'body'>,
  named: string | null,
  now: Date,
): Promise<boolean> {
  const delivery = named?.slice(0, 200) || `sha256:${createHash('sha256').update(body).digest('hex')}`;
  const { rows } = await sql`
    with heard as (update shops set heard_at = ${now} where workspace_id = ${workspaceId} and id = ${shopId} and removed_at is null returning id)
    insert into shop_events (workspace_id, shop_id, delivery, headers, body, received_at, due_at)
    select ${workspaceId}, heard.id, ${delivery}, ${storableJson(headers)}::jsonb, ${Buffer.from(body)}::bytea, ${now}, ${now} from heard
    on conflict (workspace_id, shop_id, delivery) do nothing returning delivery`.execute(tx);
  return rows.length > 0;
}

export interface WaitingEvent {
  readonly shopId: string;
  readonly delivery: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly attempts: number;
  /** The order in which they came. */
  readonly position: string;
}
/** The oldest first. Whoever takes them has until `until`, then they wait again. */
export async function takeShopEvents(
  tx: Tx,
  workspaceId: WorkspaceId,
  {
    shopId,
    now,
    until,
    limit,
  }: { readonly shopId: string; readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<readonly WaitingEvent[]> {
  const { rows } = await sql<WaitingEvent>`update shop_events e set due_at = ${until}, attempts = attempts + 1
    from (select shop_id, delivery from shop_events where workspace_id = ${workspaceId} and shop_id = ${shopId} and state = 'waiting' and due_at <= ${now}
      order by due_at, position limit ${limit} for update skip locked) w
    where e.workspace_id = ${workspaceId} and e.shop_id = w.shop_id and e.delivery = w.delivery
    returning e.shop_id as "shopId", e.delivery, e.headers, e.body, e.attempts, e.position::text as position`.execute(
    tx,
  );
  return rows.toSorted((one, other) => Number(one.position) - Number(other.position));
}

export interface EventEnd {
  readonly shopId: string;
  readonly deliveries: readonly string[];
  readonly state: 'done' | 'ignored' | 'failed';
  readonly reason: string | null;
}
/**
 * Once it is done nothing of it is needed any more, and it may speak of people.
 * @returns false: some had been ended already, by somebody else who took them or by a customer who is to be forgotten
 */
export async function endShopEvents(tx: Tx, workspaceId: WorkspaceId, end: EventEnd, now: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update shop_events set state = ${end.state}, reason = ${end.reason}, done_at = ${now},
      body = case when ${end.state === 'done'} then ''::bytea else body end
    where workspace_id = ${workspaceId} and shop_id = ${end.shopId} and delivery = any(${[...end.deliveries]}::text[])
      and state = 'waiting'`.execute(tx);
  return numAffectedRows === BigInt(new Set(end.deliveries).size);
}

/** Those that came before this one and still wait, the oldest first. */
export async function waitingBefore(
  tx: Tx,
  workspaceId: WorkspaceId,
  { shopId, position }: Pick<WaitingEvent, 'shopId' | 'position'>,
): Promise<readonly WaitingEvent[]> {
  const { rows } =
    await sql<WaitingEvent>`select shop_id as "shopId", delivery, headers, body, attempts, position::text as position
    from shop_events where workspace_id = ${workspaceId} and shop_id = ${shopId} and state = 'waiting' and position < ${position}::bigint
    order by shop_events.position for update`.execute(tx);
  return rows;
}

export async function putOffShopEvents(
  tx: Tx,
  workspaceId: WorkspaceId,
  shopId: string,
  deliveries: readonly string[],
  { dueAt, reason }: { readonly dueAt: Date; readonly reason: string },
): Promise<void> {
  await sql`update shop_events set due_at = ${dueAt}, reason = ${reason}
    where workspace_id = ${workspaceId} and shop_id = ${shopId} and delivery = any(${[...deliveries]}::text[]) and state = 'waiting'`.execute(
    tx,
  );
}

/** What a shop told us is no record of ours: the orders are. */
export async function dropOldShopEvents(tx: Tx, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await sql`delete from shop_events where workspace_id = ${workspaceId} and received_at < ${before} and state <> 'waiting'`.execute(
    tx,
  );
}
