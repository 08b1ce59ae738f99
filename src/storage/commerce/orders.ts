import { sql } from 'kysely';
import { numberKey } from '../../core/commerce/number-shape.ts';
import type { Delivery, OrderItem, Parcel, Payment, ShopOrder } from '../../core/commerce/order.ts';
import type { ContactId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { newId } from '../new-id.ts';
import { jsonRows } from '../rows.ts';

/** Any number, the same in every version. Whoever writes orders of a workspace writes alone, so that no two wait for each other in a circle. */
const LOCK = 4_100_020;
export async function holdOrders(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)}, ${workspaceId})`.execute(tx);
}

export interface OrderRow {
  readonly id: string;
  readonly shopId: string;
  readonly number: string;
  readonly numberKey: string;
  readonly placedAt: Date;
  readonly cancelledAt: Date | null;
  readonly payment: Payment;
  readonly delivery: Delivery;
  readonly currency: string;
  readonly total: string;
  readonly refunded: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly customerName: string | null;
  readonly items: readonly OrderItem[];
  readonly parcels: readonly (Omit<Parcel, 'expectedAt' | 'deliveredAt'> & {
    readonly expectedAt: string | null;
    readonly deliveredAt: string | null;
  })[];
  readonly url: string | null;
  readonly statusUrl: string | null;
  readonly contactId: ContactId | null;
  readonly matchedBy: 'email' | 'phone' | 'hand' | null;
  readonly matchedByName: string | null;
}

const COLUMNS = sql`o.id, o.shop_id as "shopId", o.number, o.number_key as "numberKey", o.placed_at as "placedAt", o.cancelled_at as "cancelledAt",
  o.payment, o.delivery, o.currency, o.total::text as total, o.refunded::text as refunded, o.email, o.phone, o.customer_name as "customerName",
  o.items, o.parcels, o.url, o.status_url as "statusUrl", o.contact_id as "contactId", o.matched_by as "matchedBy", a.name as "matchedByName"`;
const FROM = sql`orders o left join agents a on a.workspace_id = o.workspace_id and a.id = o.matched_agent`;

/** The newest first. */
export async function ordersOf(
  db: Reader,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  most: number,
): Promise<readonly OrderRow[]> {
  const { rows } = await sql<OrderRow>`select ${COLUMNS} from ${FROM}
    where o.workspace_id = ${workspaceId} and o.contact_id = ${contactId} order by o.placed_at desc, o.id limit ${most}`.execute(
    db,
  );
  return rows;
}

/** By number as people write it: with or without what stands before the digits. */
export async function ordersByKeys(
  db: Reader,
  workspaceId: WorkspaceId,
  keys: readonly string[],
): Promise<readonly OrderRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<OrderRow>`select ${COLUMNS} from ${FROM}
    where o.workspace_id = ${workspaceId} and o.number_key = any(${[...keys]}::text[]) order by o.placed_at desc, o.id limit 50`.execute(
    db,
  );
  return rows;
}

export async function ordersByIds(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<readonly OrderRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<OrderRow>`select ${COLUMNS} from ${FROM}
    where o.workspace_id = ${workspaceId} and o.id = any(${[...ids]}::uuid[]) order by o.placed_at desc, o.id`.execute(
    db,
  );
  return rows;
}

/** What was bought, by the money it was bought in. */
export interface CurrencySum {
  readonly currency: string;
  readonly count: number;
  readonly value: string;
}
export async function sumsOf(
  db: Reader,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<readonly CurrencySum[]> {
  const { rows } =
    await sql<CurrencySum>`select currency, count(*)::int as count, sum(total - refunded)::text as value from orders o
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and ${IS_PURCHASE} group by currency order by count desc, currency`.execute(
      db,
    );
  return rows;
}
/** A cancelled order, one that was given back or one that was never paid is no purchase. */
export const IS_PURCHASE = sql`o.cancelled_at is null and o.payment not in ('refunded', 'failed')`;

export interface Put {
  readonly ids: readonly string[];
  /** Whose sums may be others now. */
  readonly contacts: readonly ContactId[];
}
/** Of two tellings of one order the later counts, in whatever order they come. */
export async function putOrders(
  tx: Tx,
  workspaceId: WorkspaceId,
  shopId: string,
  orders: readonly ShopOrder[],
  now: Date,
): Promise<Put> {
  // A page may hold one twice; a statement may not.
  const latest = new Map<string, ShopOrder>();
  for (const order of orders)
    if ((latest.get(order.id)?.changedAt ?? order.changedAt) <= order.changedAt) latest.set(order.id, order);
  if (latest.size === 0) return { ids: [], contacts: [] };
  const rows = [...latest.values()].map((order) => ({
    ...order,
    key: numberKey(order.number),
    own: newId(now.getTime()),
  }));
  const before = await sql<{ contact: ContactId }>`select distinct contact_id as contact from orders
    where workspace_id = ${workspaceId} and shop_id = ${shopId} and contact_id is not null
      and external_id = any(${[...latest.keys()]}::text[])`.execute(tx);
  // Who wrote down another address since is matched anew, unless a person said whose it is.
  const isSame = sql`(orders.matched_by = 'hand' or (orders.matched_by = 'email' and orders.email is not distinct from excluded.email)
    or (orders.matched_by = 'phone' and orders.phone is not distinct from excluded.phone))`;
  const kept = (column: string) => sql`case when orders.redacted_at is null then excluded.${sql.ref(column)} end`;
  const { rows: put } = await sql<{ id: string }>`
    insert into orders (workspace_id, id, shop_id, external_id, number, number_key, placed_at, changed_at, cancelled_at, payment, delivery,
      currency, total, refunded, email, phone, customer_name, customer_id, items, parcels, url, status_url, created_at)
    select ${workspaceId}, r.own, ${shopId}, r.id, r.number, r.key, r."placedAt", r."changedAt", r."cancelledAt", r.payment, r.delivery,
      r.currency, r.total, r.refunded, r.email, r.phone, r."customerName", r."customerId", r.items, r.parcels, r.url, r."statusUrl", ${now}
    from json_to_recordset(${jsonRows(rows)}) as r (own uuid, id text, number text, key text, "placedAt" timestamptz, "changedAt" timestamptz,
      "cancelledAt" timestamptz, payment text, delivery text, currency text, total numeric, refunded numeric, email text, phone text,
      "customerName" text, "customerId" text, items jsonb, parcels jsonb, url text, "statusUrl" text)
    on conflict (workspace_id, shop_id, external_id) do update set number = excluded.number, number_key = excluded.number_key,
      placed_at = excluded.placed_at, changed_at = excluded.changed_at, cancelled_at = excluded.cancelled_at, payment = excluded.payment,
      delivery = excluded.delivery, currency = excluded.currency, total = excluded.total, refunded = excluded.refunded,
      email = ${kept('email')}, phone = ${kept('phone')}, customer_name = ${kept('customer_name')}, customer_id = ${kept('customer_id')},
      items = excluded.items, parcels = excluded.parcels, url = excluded.url, status_url = ${kept('status_url')},
      contact_id = case when ${isSame} then orders.contact_id end, identity_id = case when ${isSame} then orders.identity_id end,
      matched_by = case when ${isSame} then orders.matched_by end
    where excluded.changed_at >= orders.changed_at
    returning id`.execute(tx);
  return { ids: put.map(({ id }) => id), contacts: before.rows.map(({ contact }) => contact) };
}

/** A customer wants to be forgotten: what was bought stays, who bought it does not. */
export async function redactOrders(
  tx: Tx,
  workspaceId: WorkspaceId,
  shopId: string,
  { customerId, email }: { readonly customerId: string | null; readonly email: string | null },
): Promise<readonly ContactId[]> {
  const touched = sql`workspace_id = ${workspaceId} and shop_id = ${shopId}
    and ((${customerId}::text is not null and customer_id = ${customerId}) or (${email}::text is not null and email = ${email}))`;
  const { rows } = await sql<{ contact: ContactId }>`select distinct contact_id as contact from orders
    where ${touched} and contact_id is not null`.execute(tx);
  await sql`update orders set email = null, phone = null, customer_name = null, customer_id = null, status_url = null,
    contact_id = null, identity_id = null, matched_by = null, matched_agent = null, is_unlinked = true,
    redacted_at = now() where ${touched}`.execute(tx);
  // What was told of them lies in the deliveries too.
  await sql`update shop_events set body = ''::bytea where workspace_id = ${workspaceId} and shop_id = ${shopId} and state <> 'waiting'`.execute(
    tx,
  );
  return rows.map(({ contact }) => contact);
}
