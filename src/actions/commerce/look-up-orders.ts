import { noSuch } from '../../core/access/no-such.ts';
import { Trouble } from '../../core/channel/connector.ts';
import { numberKey } from '../../core/commerce/number-shape.ts';
import type { OrderQuery, Shops } from '../../core/commerce/shop.ts';
import { CareError } from '../../core/errors.ts';
import type { ConversationId } from '../../core/ids.ts';
import { namesOf, talkWith } from '../../storage/commerce/match.ts';
import { type OrderRow, ordersByIds, ordersByKeys } from '../../storage/commerce/orders.ts';
import { readSealedShops } from '../../storage/commerce/shops.ts';
import type { Who } from '../who.ts';
import type { ShopDeps } from './connect-shop.ts';
import { keepOrders } from './keep-orders.ts';
import { seenOrders } from './link-order.ts';

const NAMES_MOST = 3;

export interface LookedUp {
  readonly orders: readonly OrderRow[];
  /** Shops that could not be asked, and why. */
  readonly troubles: readonly string[];
}

/**
 * Asks every shop just now: for an order by its number, or without one for all that the person is known by. What it
 * tells is kept, so that an order that was too old to be read comes in when somebody asks for it.
 */
export async function lookUpOrders(
  { db, seal, shops }: ShopDeps & { readonly shops: Shops },
  who: Who,
  { conversationId, number }: { readonly conversationId: ConversationId; readonly number?: string | undefined },
  now: Date,
): Promise<LookedUp> {
  const talk = await talkWith(db.read, who.workspaceId, conversationId);
  if (!talk) throw noSuch('conversation');
  const connected = await readSealedShops(db.read, who.workspaceId);
  if (connected.length === 0)
    throw new CareError(
      'conflict',
      'no_shop',
      'No shop is connected yet. Somebody who manages inboxes can connect one.',
    );
  const queries = number ? byNumber(number) : byNames(await namesOf(db.read, who.workspaceId, talk.contactId));
  if (queries.length === 0)
    throw new CareError(
      'invalid',
      'unknown_to_shops',
      'Neither an e-mail address nor a telephone number of this person is known. Ask for the order’s number.',
    );
  const kept: string[] = [];
  const troubles: string[] = [];
  for (const { id, kind, sealed } of connected) {
    const shop = shops.get(kind);
    if (!shop) continue;
    try {
      const credentials = seal.open(who.workspaceId, `shop/${id}`, sealed);
      const found = (await Promise.all(queries.map((query) => shop.find(query, credentials)))).flat();
      if (found.length > 0) kept.push(...(await keepOrders(db, who.workspaceId, { shopId: id, orders: found }, now)));
    } catch (error) {
      if (!(error instanceof Trouble) && !(error instanceof CareError)) throw error;
      troubles.push(error.message);
    }
  }
  const rows = number
    ? [
        ...(await ordersByKeys(db.read, who.workspaceId, [numberKey(number)])),
        ...(await ordersByIds(db.read, who.workspaceId, kept)),
      ]
    : await ordersByIds(db.read, who.workspaceId, kept);
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  return { orders: await seenOrders(db.read, who, once), troubles };
}

/** Shops find `#1044` under exactly that name: whoever wrote the digits alone meant it too. */
function byNumber(number: string): readonly OrderQuery[] {
  const given = number.trim();
  const forms = /^\d+$/.test(given) ? [given, `#${given}`] : [given];
  return forms.map((form) => ({ by: 'number', number: form }));
}

const byNames = ({
  emails,
  phones,
}: {
  emails: readonly string[];
  phones: readonly string[];
}): readonly OrderQuery[] => [
  ...emails.slice(0, NAMES_MOST).map((email) => ({ by: 'email', email }) as const),
  ...phones.slice(0, NAMES_MOST).map((phone) => ({ by: 'phone', phone }) as const),
];
