import { seenOrders } from '../../actions/commerce/link-order.ts';
import type { Who } from '../../actions/who.ts';
import { noSuch } from '../../core/access/no-such.ts';
import { findOrderNumbers, type Mentioned } from '../../core/commerce/find-order-numbers.ts';
import { type NumberShape, numberKey } from '../../core/commerce/number-shape.ts';
import type { ConversationId } from '../../core/ids.ts';
import { talkWith, writtenIn } from '../../storage/commerce/match.ts';
import { ordersByKeys, ordersOf, sumsOf } from '../../storage/commerce/orders.ts';
import { listShopLines, readCurrency } from '../../storage/commerce/shops.ts';
import type { Reader } from '../../storage/database.ts';
import type { Mention, OrdersBeside } from '../../wire/commerce.ts';
import { showOrder } from './show.ts';

const ORDERS_MOST = 100;
const MENTIONED_MOST = 10;
/** Of all that was said so much is looked through: whoever opens it waits for it. */
const LETTERS_MOST = 40_000;

/** Everything of orders that stands beside a conversation. */
export async function ordersBeside(db: Reader, who: Who, id: ConversationId): Promise<OrdersBeside> {
  const { workspaceId } = who;
  const [talk, shops] = await Promise.all([talkWith(db, workspaceId, id), listShopLines(db, workspaceId)]);
  if (!talk) throw noSuch('conversation');
  const [currency, sums, orders, written] = await Promise.all([
    readCurrency(db, workspaceId),
    sumsOf(db, workspaceId, talk.contactId),
    ordersOf(db, workspaceId, talk.contactId, ORDERS_MOST),
    shops.length > 0 ? writtenIn(db, workspaceId, id) : [],
  ]);
  const shapes = shops.flatMap((shop) => shop.shapes);
  const found = new Map<string, Mentioned & { readonly messageId: string | null }>();
  let letters = LETTERS_MOST;
  for (const { id: messageId, text } of written) {
    if (letters <= 0 || found.size >= MENTIONED_MOST) break;
    for (const one of findOrderNumbers(text.slice(0, letters), shapes))
      if (!found.has(one.key)) found.set(one.key, { ...one, messageId });
    letters -= text.length;
  }
  const numbers = [...found.values()].slice(0, MENTIONED_MOST);
  const keysOf = (one: Mentioned) => [one.key, ...shapes.map((shape) => whole(one.key, shape))];
  const known = await seenOrders(db, who, await ordersByKeys(db, workspaceId, [...new Set(numbers.flatMap(keysOf))]));
  const mentioned = numbers.map((one): Mention => {
    const { number, messageId, because } = one;
    const keys = new Set(keysOf(one));
    const meant = known.filter((row) => keys.has(row.numberKey));
    return { number, messageId, because, orders: meant.map(showOrder) };
  });
  return {
    shops: shops.map(({ shapes: _, ...shop }) => shop),
    currency,
    sums: sums.map((sum) => ({ ...sum })),
    orders: orders.map(showOrder),
    mentioned,
  };
}

/** Who writes the digits alone means the order that has the shop's mark before them. */
const whole = (key: string, { prefix, suffix }: NumberShape): string =>
  /^\d+$/.test(key) ? numberKey(prefix + key + suffix) : key;
