import { z } from 'zod';
import { formOf } from '../../connectors/shared/form.ts';
import type { CredentialField, CredentialSet } from '../../core/channel/credentials.ts';

/** An app of the shop's own: its id and secret, or the token of an older app. */
export interface ShopifyCredentials {
  /** `kettle.myshopify.com`: calls go there and nowhere else, whatever the shop's own domain is. */
  readonly domain: string;
  readonly clientId: string;
  /** Also what Shopify signs its webhooks with. */
  readonly clientSecret: string;
  readonly accessToken: string;
}

const DOMAIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/** As people copy it: with https://, or from the address of the admin. */
function readDomain(given: string): string {
  const plain = given.toLowerCase().replace(/^https?:\/\//, '');
  const [, name] = /^admin\.shopify\.com\/store\/([a-z0-9-]+)/.exec(plain) ?? [];
  if (name) return `${name}.myshopify.com`;
  const host = plain.split('/')[0] ?? '';
  return host.includes('.') ? host : `${host}.myshopify.com`;
}

const text = z.string().trim().max(300).default('');
const schema = z.object({
  domain: z
    .string()
    .trim()
    .min(1, 'Enter the shop’s address at Shopify, such as kettle.myshopify.com.')
    .max(200)
    .transform(readDomain)
    .refine((domain) => DOMAIN.test(domain), 'This is the address that ends in .myshopify.com, not your own domain.'),
  clientId: text,
  clientSecret: text,
  accessToken: text.refine(
    (token) => token === '' || /^shp\w{2,3}_\w+$/.test(token),
    'An access token begins with shpat_.',
  ),
});

const fields: readonly CredentialField[] = [
  {
    name: 'domain',
    label: 'Shop',
    kind: 'text',
    placeholder: 'kettle.myshopify.com',
    help: 'The address that ends in .myshopify.com: in the Shopify admin under Settings, Domains.',
  },
  {
    name: 'clientId',
    label: 'Client ID',
    kind: 'text',
    optional: true,
    help: 'In the Dev Dashboard, under the settings of the app. It needs read_orders, read_customers and read_fulfillments.',
  },
  {
    name: 'clientSecret',
    label: 'Client secret',
    kind: 'secret',
    optional: true,
    help: 'Of the same app. Shopify signs with it what it tells us; without it, changes are only looked for.',
  },
  {
    name: 'accessToken',
    label: 'Access token',
    kind: 'secret',
    optional: true,
    placeholder: 'shpat_…',
    help: 'In the shop’s admin, under the API credentials of the app. Shopify shows it once.',
  },
];

const sets: readonly CredentialSet[] = [
  {
    key: 'app',
    label: 'a client ID and its secret',
    about: 'Of an app that you make in Shopify’s Dev Dashboard and install in this shop.',
    needs: ['clientId', 'clientSecret'],
  },
  {
    key: 'token',
    label: 'an access token',
    about: 'Of an app that was made inside the shop’s admin before 2026.',
    needs: ['accessToken'],
    may: ['clientSecret'],
  },
];

export const shopifyCredentials = formOf<ShopifyCredentials>(fields, schema, sets);
