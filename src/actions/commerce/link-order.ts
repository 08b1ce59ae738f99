import { noSuch } from '../../core/access/no-such.ts';
import { CareError } from '../../core/errors.ts';
import type { ConversationId } from '../../core/ids.ts';
import { linkToPerson, talkWith, unlinkFromPerson } from '../../storage/commerce/match.ts';
import { holdOrders, type OrderRow, ordersByIds } from '../../storage/commerce/orders.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { sortByRight } from '../require-right.ts';
import { toldBy } from '../told-by.ts';
import type { Who } from '../who.ts';
import { addUp } from './keep-orders.ts';

interface Input {
  readonly conversationId: ConversationId;
  readonly orderId: string;
}

/** This order is that person's: somebody looked. It stays so whatever its address says. */
export function linkOrder(db: Database, who: Who, { conversationId, orderId }: Input, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    await holdOrders(tx, who.workspaceId);
    const talk = await talkWith(tx, who.workspaceId, conversationId);
    if (!talk) throw noSuch('conversation');
    const order = await seenOrder(tx, who, orderId);
    if (order.contactId === talk.contactId && order.matchedBy === 'hand') return;
    if (order.contactId !== null && order.contactId !== talk.contactId)
      throw new CareError(
        'conflict',
        'order_of_another',
        `Order ${order.number} is known as somebody else’s. Take it from them first, if it is not theirs.`,
        { contactId: order.contactId },
      );
    await linkToPerson(tx, who.workspaceId, orderId, { ...talk, by: who.agentId }, now);
    await tell(tx, who, conversationId, 'order_linked', order.number, now);
    await addUp(tx, who.workspaceId, [talk.contactId], now);
  });
}

/** It is not theirs. Nothing matches it by itself again. */
export function unlinkOrder(db: Database, who: Who, { conversationId, orderId }: Input, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    await holdOrders(tx, who.workspaceId);
    const talk = await talkWith(tx, who.workspaceId, conversationId);
    if (!talk) throw noSuch('conversation');
    const order = await seenOrder(tx, who, orderId);
    if (order.contactId !== talk.contactId) return;
    await unlinkFromPerson(tx, who.workspaceId, orderId);
    await tell(tx, who, conversationId, 'order_unlinked', order.number, now);
    await addUp(tx, who.workspaceId, [talk.contactId], now);
  });
}

export const noSuchOrder = () => new CareError('not_found', 'no_such_order', 'This order is not here (any more).');

/** Orders that are nobody's yet are there for everybody; others only for whoever may see whose they are. */
export async function seenOrders<Row extends Pick<OrderRow, 'contactId'>>(
  db: Tx | Database['read'],
  who: Who,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const people = [...new Set(rows.flatMap(({ contactId }) => contactId ?? []))];
  const { may } = await sortByRight(db, who, 'contact', people, 'see');
  const seen = new Set(may);
  return rows.filter(({ contactId }) => contactId === null || seen.has(contactId));
}

async function seenOrder(tx: Tx, who: Who, id: string): Promise<OrderRow> {
  const [order] = await seenOrders(tx, who, await ordersByIds(tx, who.workspaceId, [id]));
  if (!order) throw noSuchOrder();
  return order;
}

const tell = (tx: Tx, who: Who, conversationId: ConversationId, kind: string, number: string, now: Date) =>
  addTimelineEvents(tx, who.workspaceId, [{ ...toldBy(who, now), conversationId, kind, detail: { number } }]);
