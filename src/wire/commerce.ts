import { z } from 'zod';
import { DELIVERIES, PAYMENTS } from '../core/commerce/order.ts';
import { Id, Instant } from './common.ts';
import { CredentialField } from './inboxes.ts';

const Amount = z.string().describe('Decimal digits: no binary fraction holds ten cents');
export const OrderItem = z.object({
  name: z.string(),
  sku: z.string().nullable(),
  quantity: z.number(),
  price: Amount.nullable().describe('Of one'),
  imageUrl: z.string().nullable(),
});
export const Parcel = z.object({
  carrier: z.string().nullable(),
  number: z.string().nullable(),
  url: z.string().nullable(),
  state: z.enum(DELIVERIES),
  expectedAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
});
export const Order = z.object({
  id: Id,
  shopId: Id,
  number: z.string(),
  placedAt: Instant,
  state: z.enum(['cancelled', 'refunded', 'unpaid', ...DELIVERIES]).describe('The one word that an agent needs first'),
  payment: z.enum(PAYMENTS),
  delivery: z.enum(DELIVERIES),
  cancelledAt: Instant.nullable(),
  currency: z.string(),
  total: Amount,
  refunded: Amount,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  customerName: z.string().nullable(),
  items: z.array(OrderItem),
  parcels: z.array(Parcel),
  url: z.string().nullable().describe('In the shop’s own admin'),
  statusUrl: z.string().nullable().describe('Where the customer looks'),
  contactId: Id.nullable().describe('Whose it is; null: nobody’s yet'),
  match: z
    .object({
      by: z.enum(['email', 'phone', 'hand']),
      what: z.string().nullable().describe('The address or the number that is the same; by hand: who said so'),
    })
    .nullable()
    .describe('Why it is theirs'),
});
export const Mention = z.object({
  number: z.string().describe('As it was written'),
  messageId: Id.nullable().describe('Where; null: in the subject'),
  because: z.enum(['shape', 'word']).describe('It looks like one of the shop’s, or a word before it says so'),
  orders: z.array(Order).describe('What is known under this number; empty: nothing yet'),
});
export const OrdersBeside = z.object({
  shops: z.array(
    z.object({
      id: Id,
      kind: z.string(),
      name: z.string(),
      state: z.enum(['connected', 'needs_login', 'trouble']),
      isReading: z.boolean().describe('It is still read for the first time'),
    }),
  ),
  currency: z.string().nullable().describe('In which sums are made'),
  sums: z
    .array(z.object({ currency: z.string(), count: z.number(), value: Amount }))
    .describe('By the money it was paid in: what is in another currency is not added up'),
  orders: z.array(Order).describe('The newest first'),
  mentioned: z.array(Mention),
});
export const FindOrders = z.object({
  number: z.string().trim().min(1).max(60).optional().describe('Absent: all that the person is known by'),
});
export const FoundOrders = z.object({ orders: z.array(Order), troubles: z.array(z.string()) });

const Limit = z.object({ what: z.string(), why: z.string() });
export const ShopKind = z.object({
  kind: z.string(),
  name: z.string(),
  fields: z.array(CredentialField),
  sets: z
    .array(
      z.object({
        key: z.string(),
        label: z.string().describe('After “either” or “or”'),
        about: z.string(),
        needs: z.array(z.string()).describe('Names of fields'),
        may: z.array(z.string()),
      }),
    )
    .describe('Ways to be let in, of which one must be whole; empty: every field that is not optional is needed'),
  cannot: z.array(Limit),
});
export const ShopKindList = z.object({ items: z.array(ShopKind) });
export const ConnectedShop = z.object({
  id: Id,
  kind: z.string(),
  externalId: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  currency: z.string().nullable(),
  webhookUrl: z.string().describe('Where it tells us of changes'),
  health: z.object({
    state: z.enum(['connected', 'needs_login', 'trouble']),
    detail: z.string().nullable(),
    since: Instant,
    warnings: z.array(z.string()),
    syncedAt: Instant.nullable().describe('When all that had changed had been read; null: not yet'),
    heardAt: Instant.nullable().describe('When it last told us of something by itself'),
    orders: z.number(),
    unmatched: z.number(),
  }),
  createdAt: Instant,
});
export const ShopList = z.object({
  items: z.array(ConnectedShop),
  currency: z.string().nullable(),
  currencies: z.array(z.string()).describe('Everything in which somebody bought'),
});
export const ShopForm = z.object({
  values: z.record(z.string(), z.string()).describe('What is kept, but for the secrets'),
  secrets: z.array(z.string()).describe('Names of the secrets that are kept'),
  set: z.string().nullable().describe('By which way it is let in; null: there is only one'),
});
const Given = z
  .record(z.string(), z.unknown())
  .describe('By the name of a field. Of a shop that is kept: left out, it stays; null, it is forgotten');
export const CheckShop = z.object({ kind: z.string(), credentials: Given });
export const NewShop = CheckShop.extend({ name: z.string().trim().max(100).optional() });
export const PatchShop = z.object({
  name: z.string().trim().min(1).max(100).optional(),
  credentials: Given.optional(),
});
export const CheckKeptShop = z.object({ credentials: Given.default({}) });
export const MadeShop = z.object({ shop: ConnectedShop, detail: z.string() });
export const ShopCheckResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    shop: z.object({ id: z.string(), name: z.string(), currency: z.string(), url: z.string().nullable() }),
    warnings: z.array(z.string()),
  }),
  z.object({ ok: z.literal(false), problem: z.string(), todo: z.string(), field: z.string().nullable() }),
]);
export const PutCurrency = z.object({ currency: z.string().regex(/^[A-Z]{3}$/, 'A currency is written as EUR.') });

export type Order = z.infer<typeof Order>;
export type Mention = z.infer<typeof Mention>;
export type OrdersBeside = z.infer<typeof OrdersBeside>;
export type FoundOrders = z.infer<typeof FoundOrders>;
export type ShopForm = z.infer<typeof ShopForm>;
export type ShopKind = z.infer<typeof ShopKind>;
export type ConnectedShop = z.infer<typeof ConnectedShop>;
export type ShopList = z.infer<typeof ShopList>;
export type ShopCheckResult = z.infer<typeof ShopCheckResult>;
