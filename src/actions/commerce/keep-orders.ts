import type { ShopOrder } from '../../core/commerce/order.ts';
import type { ContactId, WorkspaceId } from '../../core/ids.ts';
import { recordChanges } from '../../storage/changes.ts';
import { matchOrders, matchSeekers, openTalks, sumUp } from '../../storage/commerce/match.ts';
import { holdOrders, type Put, putOrders } from '../../storage/commerce/orders.ts';
import type { Database, Tx } from '../../storage/database.ts';

/**
 * Writes down what a shop told, finds whose it is, and adds up what they bought, all of it or nothing. `also` belongs to
 * it: the cursor that it was read with, the deliveries that it came in.
 * @returns the orders that were written, those that were known in a later state left out
 */
export function keepOrders(
  db: Database,
  workspaceId: WorkspaceId,
  {
    shopId,
    orders,
    also,
  }: { readonly shopId: string; readonly orders: readonly ShopOrder[]; readonly also?: (tx: Tx) => Promise<void> },
  now: Date,
): Promise<readonly string[]> {
  return db.transaction(async (tx) => {
    await holdOrders(tx, workspaceId);
    const { ids, contacts } = await writeOrders(tx, workspaceId, { shopId, orders }, now);
    await also?.(tx);
    await addUp(tx, workspaceId, contacts, now);
    return ids;
  });
}

/** Part of a transaction that holds the orders. @returns what was written, and whose sums may be others now */
export async function writeOrders(
  tx: Tx,
  workspaceId: WorkspaceId,
  { shopId, orders }: { readonly shopId: string; readonly orders: readonly ShopOrder[] },
  now: Date,
): Promise<Put> {
  const { ids, contacts } = await putOrders(tx, workspaceId, shopId, orders, now);
  const found = ids.length > 0 ? await matchOrders(tx, workspaceId, ids, now) : [];
  return { ids, contacts: [...contacts, ...found] };
}

/** People who became known since by an address or a number that an order has, or who became one. False: nobody was waiting. */
export function followPeople(db: Database, workspaceId: WorkspaceId, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    await holdOrders(tx, workspaceId);
    const touched = await matchSeekers(tx, workspaceId, now);
    await addUp(tx, workspaceId, touched ?? [], now);
    return touched !== null;
  });
}

/** Adds up anew what these people bought, and tells whoever looks at them. The last of a transaction. */
export async function addUp(
  tx: Tx,
  workspaceId: WorkspaceId,
  contacts: readonly ContactId[],
  now: Date,
): Promise<void> {
  const touched = [...new Set(contacts)];
  await sumUp(tx, workspaceId, touched);
  const talks = await openTalks(tx, workspaceId, touched);
  await recordChanges(
    tx,
    workspaceId,
    talks.map((conversationId) => ({ kind: 'orders', conversationId })),
    now,
  );
}
