import { z } from 'zod';
import { Trouble } from '../../core/channel/connector.ts';
import type { ChangedOrders } from '../../core/commerce/shop.ts';
import type { Json } from '../../core/ids.ts';
import type { Call } from './call.ts';
import type { ShopifyCredentials } from './credentials.ts';
import { ORDERS_CHANGED } from './queries.ts';
import { readOrder } from './read-order.ts';

/** Shopify's search sees a change some seconds late, so a look begins a little before the end of the last. */
const OVERLAP_MS = 120_000;

const Cursor = z.object({
  since: z.iso.datetime(),
  after: z.string().nullable(),
  newest: z.iso.datetime().nullable(),
});
const Page = z.object({
  nodes: z.array(z.unknown()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

/** The oldest change first, so that what changes meanwhile moves to the end and is not jumped over. */
export async function changedOrders(
  call: Call,
  kept: Json,
  from: Date,
  credentials: ShopifyCredentials,
): Promise<ChangedOrders> {
  const known = Cursor.safeParse(kept);
  const { since, after, newest } = known.success
    ? known.data
    : { since: from.toISOString(), after: null, newest: null };
  const { data, restMs } = await call(ORDERS_CHANGED, { q: `updated_at:>='${since}'`, after }, credentials);
  const page = Page.safeParse(data.orders);
  if (!page.success) throw new Trouble('unavailable', 'Shopify’s list of orders could not be read.');
  const { nodes, pageInfo } = page.data;
  const orders = nodes.flatMap((node) => readOrder(node, credentials.domain) ?? []);
  const last = orders.at(-1)?.changedAt.toISOString() ?? newest;
  const more = pageInfo.hasNextPage && pageInfo.endCursor !== null;
  const next =
    last === null ? since : new Date(Math.max(Date.parse(last) - OVERLAP_MS, Date.parse(since))).toISOString();
  return {
    orders,
    more,
    restMs,
    cursor: more ? { since, after: pageInfo.endCursor, newest: last } : { since: next, after: null, newest: null },
  };
}
