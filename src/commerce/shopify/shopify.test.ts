import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SimulatedShop, startShopify } from '../../simulators/shopify/index.ts';
import type { ShopifyCredentials } from './credentials.ts';
import { shopifyCredentials } from './credentials.ts';
import { createShopify } from './index.ts';
import { shopifyWebhook } from './webhook.ts';

const FORM = { domain: 'kettle', clientId: 'client', clientSecret: 'secret' };
const read = (form: object): ShopifyCredentials => {
  const parsed = shopifyCredentials.parse(form);
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message);
  return parsed.value;
};

describe('the form', () => {
  it.each([
    ['kettle', 'kettle.myshopify.com'],
    ['https://Kettle.myshopify.com/admin', 'kettle.myshopify.com'],
    ['https://admin.shopify.com/store/kettle/settings/domains', 'kettle.myshopify.com'],
  ])('takes %s as %s', (given, domain) => {
    expect(read({ ...FORM, domain: given }).domain).toBe(domain);
  });

  it.each([
    ['its own domain', { ...FORM, domain: 'kettle.example' }, 'domain'],
    ['an address inside', { ...FORM, domain: '127.0.0.1' }, 'domain'],
    ['another host that ends alike', { ...FORM, domain: 'evil.example/.myshopify.com' }, 'domain'],
    ['no secret', { ...FORM, clientSecret: '' }, 'clientSecret'],
    ['nothing to sign in with', { domain: 'kettle' }, 'clientId'],
    ['a token that is none', { domain: 'kettle', accessToken: 'x' }, 'accessToken'],
  ])('refuses %s', (_what, form, field) => {
    const parsed = shopifyCredentials.parse(form);
    expect(parsed.ok ? [] : parsed.errors.map((error) => error.field)).toContain(field);
  });
});

describe('the Admin API', () => {
  let network: SimulatedShop;
  beforeAll(async () => {
    network = await startShopify({ staticToken: 'shpat_static' });
  });
  afterAll(() => network.close());
  const find = { by: 'number', number: '#1' } as const;

  it('is asked with a new token when the old one ended before its time, and with a pasted one as it is', async () => {
    const shop = createShopify({ baseUrl: network.url });
    await shop.find(find, read(FORM));
    network.endTokens();
    await expect(shop.find(find, read(FORM))).resolves.toEqual([]);
    await expect(shop.find(find, read({ domain: 'kettle', accessToken: 'shpat_static' }))).resolves.toEqual([]);
    await expect(shop.find(find, read({ domain: 'kettle', accessToken: 'shpat_other' }))).rejects.toMatchObject({
      kind: 'needs_login',
    });
  });

  it('says which rights are missing, and what that costs', async () => {
    const poor = await startShopify({ scopes: ['read_orders'] });
    const check = await createShopify({ baseUrl: poor.url }).check(read(FORM));
    expect(check).toMatchObject({ ok: true, warnings: expect.arrayContaining([expect.stringContaining('60 days')]) });
    await poor.close();
    const none = await startShopify({ scopes: ['read_products'] });
    const shop = createShopify({ baseUrl: none.url });
    expect(await shop.check(read(FORM))).toMatchObject({ ok: false, problem: 'The app may not read orders.' });
    await expect(shop.find(find, read(FORM))).rejects.toMatchObject({ kind: 'misconfigured' });
    await none.close();
  });

  it('is asked in questions that cost less than it allows, and says how long to wait when the bucket is empty', async () => {
    const small = await startShopify({ restoreRate: 10 });
    const shop = createShopify({ baseUrl: small.url });
    let trouble: unknown;
    for (let nth = 0; nth < 50 && !trouble; nth += 1)
      await shop.changed(null, new Date(0), read(FORM)).catch((error: unknown) => {
        trouble = error;
      });
    expect(trouble).toMatchObject({ kind: 'limited' });
    expect((trouble as { afterMs: number }).afterMs).toBeGreaterThan(500);
    await small.close();
  });

  it('is subscribed to once for each topic, also when what it deleted is asked for again', async () => {
    const shop = createShopify({ baseUrl: network.url });
    for (let turn = 0; turn < 2; turn += 1)
      expect(await shop.subscribe?.(read(FORM), 'https://care.example/hook')).toMatchObject({ isTold: true });
    const topics = network.subscribed().map(({ topic }) => topic);
    expect(new Set(topics).size).toBe(topics.length);
    expect(await shop.subscribe?.(read(FORM), 'http://care.example/hook')).toMatchObject({ isTold: false });
    await shop.unsubscribe?.(read(FORM), 'https://care.example/hook');
    expect(network.subscribed()).toEqual([]);
  });
});

it.each([
  ['orders/updated', { id: 5 }, { kind: 'reread', id: 'gid://shopify/Order/5' }],
  ['fulfillments/update', { id: 1, order_id: 7 }, { kind: 'reread', id: 'gid://shopify/Order/7' }],
  ['refunds/create', { order_id: 7 }, { kind: 'reread', id: 'gid://shopify/Order/7' }],
  ['orders/updated', { id: 'x" OR 1' }, { kind: 'ignored' }],
  ['app/uninstalled', { id: 1 }, { kind: 'gone' }],
  ['customers/redact', { customer: { id: 3, email: 'A@b.test' } }, { kind: 'redact', email: 'a@b.test' }],
  ['products/update', { id: 1 }, { kind: 'ignored' }],
])('%s %j is %j', (topic, body, news) => {
  const raw = Buffer.from(JSON.stringify(body));
  expect(shopifyWebhook.read({ headers: { 'x-shopify-topic': topic }, body: raw })).toMatchObject(news);
});

it('a webhook of another shop of the same app is not taken for this one’s', () => {
  const body = Buffer.from('{}');
  const signature = createHmac('sha256', 'secret').update(body).digest('base64');
  const of = (domain: string) => ({
    headers: { 'x-shopify-hmac-sha256': signature, 'x-shopify-shop-domain': domain },
    query: {},
    body,
  });
  const isOurs = (domain: string) => shopifyWebhook.isAuthentic(of(domain), read(FORM), new Date());
  expect([isOurs('kettle.myshopify.com'), isOurs('other.myshopify.com')]).toEqual([true, false]);
});
