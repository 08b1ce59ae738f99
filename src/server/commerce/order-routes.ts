import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { linkOrder, unlinkOrder } from '../../actions/commerce/link-order.ts';
import { lookUpOrders } from '../../actions/commerce/look-up-orders.ts';
import type { ConversationId } from '../../core/ids.ts';
import { FindOrders, FoundOrders, OrdersBeside } from '../../wire/commerce.ts';
import { Done, Id } from '../../wire/common.ts';
import type { Deps } from '../deps.ts';
import { ordersBeside } from './orders-beside.ts';
import { showOrder } from './show.ts';

const tags = ['orders'];
const params = z.object({ id: Id });
const orderParams = params.extend({ order: Id });
const done = { ok: true } as const;

/** What the person of a conversation bought, and what they speak of. */
export const orderRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, now } = deps;
  const read = { rule: { act: 'contacts.read', on: { a: 'conversation', right: 'see' } } } as const;
  const work = { rule: { act: 'contacts.work', on: { a: 'conversation', right: 'answer' } } } as const;
  const idOf = ({ id }: { readonly id: string }) => id as ConversationId;

  app.get(
    '/api/conversations/:id/orders',
    { config: read, schema: { tags, params, response: { 200: OrdersBeside } } },
    async ({ who, params }) => ordersBeside(db.read, who, idOf(params)),
  );
  app.post(
    '/api/conversations/:id/orders/find',
    {
      config: work,
      schema: { tags, summary: 'Asks the shops just now', params, body: FindOrders, response: { 200: FoundOrders } },
    },
    async ({ who, params, body }) => {
      const { orders, troubles } = await lookUpOrders(
        deps,
        who,
        { conversationId: idOf(params), number: body.number },
        now(),
      );
      return { orders: orders.map(showOrder), troubles: [...troubles] };
    },
  );
  app.put(
    '/api/conversations/:id/orders/:order',
    { config: work, schema: { tags, summary: 'It is this person’s', params: orderParams, response: { 200: Done } } },
    async ({ who, params }) => {
      await linkOrder(db, who, { conversationId: idOf(params), orderId: params.order }, now());
      return done;
    },
  );
  app.delete(
    '/api/conversations/:id/orders/:order',
    {
      config: work,
      schema: { tags, summary: 'It is not this person’s', params: orderParams, response: { 200: Done } },
    },
    async ({ who, params }) => {
      await unlinkOrder(db, who, { conversationId: idOf(params), orderId: params.order }, now());
      return done;
    },
  );
};
