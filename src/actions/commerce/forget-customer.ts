import type { ShopOrder } from '../../core/commerce/order.ts';
import type { ShopNews, ShopWebhook } from '../../core/commerce/shop.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { holdOrders, redactOrders } from '../../storage/commerce/orders.ts';
import { endShopEvents, type WaitingEvent, waitingBefore } from '../../storage/commerce/shop-events.ts';
import type { Database } from '../../storage/database.ts';
import { addUp, writeOrders } from './keep-orders.ts';

export interface Forgetting {
  readonly webhook: Pick<ShopWebhook<never>, 'read'>;
  /** The delivery that said so. */
  readonly event: WaitingEvent;
  readonly news: Extract<ShopNews, { kind: 'redact' }>;
}

/**
 * Takes a customer out of every order and out of every delivery. Deliveries that came before and still wait may speak of
 * them too, and read later they would bring them back: what they say is written first, and nothing of them is kept. Of
 * orders that they only name, the next comparison reads what changed.
 */
export function forgetCustomer(
  db: Database,
  workspaceId: WorkspaceId,
  { webhook, event, news }: Forgetting,
  now: Date,
): Promise<void> {
  const { shopId } = event;
  return db.transaction(async (tx) => {
    await holdOrders(tx, workspaceId);
    const orders: ShopOrder[] = [];
    const done = [event.delivery];
    for (const one of await waitingBefore(tx, workspaceId, event)) {
      const earlier = webhook.read(one);
      // Somebody else who is to be forgotten, or a shop that ends: that still has to happen.
      if (earlier.kind === 'redact' || earlier.kind === 'gone') continue;
      if (earlier.kind === 'orders') orders.push(...earlier.orders);
      done.push(one.delivery);
    }
    const touched = await writeOrders(tx, workspaceId, { shopId, orders }, now);
    await endShopEvents(tx, workspaceId, { shopId, deliveries: done, state: 'done', reason: null }, now);
    const forgotten = await redactOrders(tx, workspaceId, shopId, news);
    await addUp(tx, workspaceId, [...touched.contacts, ...forgotten], now);
  });
}
