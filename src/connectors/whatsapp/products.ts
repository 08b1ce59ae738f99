import type { z } from 'zod';
import type { Attachment, Content } from '../../core/channel/content.ts';
import type { Order } from './element.ts';

export const readProduct = (retailerId: string, more = ''): Attachment => ({
  kind: 'product',
  source: { kind: 'none' },
  name: retailerId,
  title: [retailerId, more].filter(Boolean).join(' · '),
});

/** A basket that a person sent from our catalogue. Null when nothing lies in it. */
export function readOrder(order: z.infer<typeof Order> | undefined): Pick<Content, 'text' | 'attachments'> | null {
  const items = order?.product_items ?? [];
  if (!order || (items.length === 0 && !order.text)) return null;
  return {
    text: order.text ?? '',
    attachments: items.map((item) => {
      const price = item.item_price === undefined ? '' : ` × ${item.item_price} ${item.currency ?? ''}`.trimEnd();
      return readProduct(item.product_retailer_id ?? 'A product', `${item.quantity ?? 1}${price}`);
    }),
  };
}
