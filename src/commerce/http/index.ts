import { z } from 'zod';
import { webUrl } from '../../connectors/shared/shapes.ts';
import { Trouble } from '../../core/channel/connector.ts';
import type { ShopOrder } from '../../core/commerce/order.ts';
import type { OrderQuery, Shop, ShopCheck } from '../../core/commerce/shop.ts';
import { openAsk, type Reply, restMs } from '../shared/ask.ts';
import { currency, orNull, shortText } from '../shared/shapes.ts';
import { type HttpShopCredentials, httpShopCredentials } from './credentials.ts';
import { readOrder } from './read-order.ts';
import { signedHeaders } from './signature.ts';
import { httpShopWebhook } from './webhook.ts';

export interface HttpShopOptions {
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

const REST_MS = 5_000;
const OVERLAP_MS = 120_000;
const Page = z.object({ orders: z.array(z.unknown()).max(500), cursor: orNull(z.string().min(1).max(2_000)) });
const Cursor = z.object({ since: z.iso.datetime(), after: z.string().nullable(), newest: z.iso.datetime().nullable() });
const About = z.object({
  id: z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(200)),
  name: shortText.pipe(z.string().trim().min(1)),
  currency,
  url: orNull(webUrl),
});

/** Any other shop, over a few questions that it answers in JSON. */
export function createHttpShop(options: HttpShopOptions = {}): Shop<HttpShopCredentials> {
  const now = options.now ?? (() => new Date());
  const ask = openAsk(options.fetch, options.timeoutMs);

  async function get(credentials: HttpShopCredentials, path: string, query: Readonly<Record<string, string>> = {}) {
    const url = new URL(credentials.url + path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const headers = signedHeaders(credentials.secret, url, now());
    const reply = await ask({ of: 'The shop', method: 'GET', url: url.href, headers });
    if (reply.status !== 200) throw troubleOf(reply);
    return reply.json;
  }
  const page = async (credentials: HttpShopCredentials, query: Readonly<Record<string, string>>) => {
    const read = Page.safeParse(await get(credentials, '/orders', query));
    if (!read.success) throw new Trouble('misconfigured', 'The shop’s list of orders is not as docs/shops.md says.');
    return { orders: ordersIn(read.data.orders), cursor: read.data.cursor ?? null };
  };

  return {
    kind: 'http',
    name: 'Other shop (HTTP)',
    credentials: httpShopCredentials,
    cannot: [
      {
        what: 'Refunds and cancellations from here',
        why: 'They move money: they are done in the shop itself, which an order can link to.',
      },
    ],
    async check(credentials): Promise<ShopCheck> {
      try {
        const about = About.safeParse(await get(credentials, '/shop'));
        if (!about.success)
          return no('The answer to /shop is not as docs/shops.md says.', 'It needs id, name and currency.', 'url');
        const { url = null, ...shop } = about.data;
        return { ok: true, shop: { ...shop, url }, warnings: [] };
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        if (error.kind === 'needs_login')
          return no(
            error.message,
            'Put the same secret into both sides, and look whether its clock is right.',
            'secret',
          );
        return no(
          error.message,
          'Look whether the program runs there and is reached over https://, then test again.',
          'url',
        );
      }
    },
    async find(by, credentials) {
      return (await page(credentials, { [by.by]: askedFor(by) })).orders;
    },
    async changed(kept, from, credentials) {
      const known = Cursor.safeParse(kept);
      const { since, after, newest } = known.success
        ? known.data
        : { since: from.toISOString(), after: null, newest: null };
      const { orders, cursor } = await page(credentials, { changed_since: since, ...(after ? { cursor: after } : {}) });
      const times = [...orders.map(({ changedAt }) => changedAt.toISOString()), ...(newest ? [newest] : [])].sort();
      const last = times.at(-1) ?? null;
      // One that gives the same page for ever is not asked for ever.
      if (cursor !== null && cursor !== after)
        return { orders, more: true, restMs: 0, cursor: { since, after: cursor, newest: last } };
      const next =
        last === null ? since : new Date(Math.max(Date.parse(last) - OVERLAP_MS, Date.parse(since))).toISOString();
      return { orders, more: false, restMs: 0, cursor: { since: next, after: null, newest: null } };
    },
    webhook: httpShopWebhook,
  };
}

const askedFor = (by: OrderQuery): string => {
  if (by.by === 'email') return by.email;
  if (by.by === 'phone') return by.phone;
  return by.by === 'number' ? by.number : by.id;
};

/** One order that cannot be read does not cost the others. */
const ordersIn = (values: readonly unknown[]): readonly ShopOrder[] =>
  values.flatMap((value) => {
    const read = readOrder(value);
    return read.ok ? [read.order] : [];
  });

function troubleOf({ status, headers }: Reply): Trouble {
  if (status === 401 || status === 403)
    return new Trouble('needs_login', `The shop does not take our signature (${status}).`);
  if (status === 429)
    return new Trouble('limited', 'The shop lets us ask no more for a moment.', restMs(headers, REST_MS));
  if (status >= 500) return new Trouble('unavailable', `The shop answered ${status}.`);
  return new Trouble('misconfigured', `The shop answered ${status}.`);
}

const no = (problem: string, todo: string, field: string): ShopCheck => ({ ok: false, problem, todo, field });
