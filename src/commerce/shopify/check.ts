import { z } from 'zod';
import { webUrl } from '../../connectors/shared/shapes.ts';
import { Trouble } from '../../core/channel/connector.ts';
import type { ShopCheck } from '../../core/commerce/shop.ts';
import { currency, orNull, shortText } from '../shared/shapes.ts';
import { API_VERSION, type Call } from './call.ts';
import type { ShopifyCredentials } from './credentials.ts';
import { SHOP } from './queries.ts';

const Shown = z.object({
  shop: z.object({
    name: shortText,
    myshopifyDomain: z.string(),
    primaryDomain: orNull(z.object({ url: webUrl })),
    currencyCode: currency,
  }),
  currentAppInstallation: orNull(z.object({ accessScopes: z.array(z.object({ handle: z.string() })) })),
});

const NEEDED: readonly (readonly [scope: string, without: string])[] = [
  ['read_orders', 'no orders can be read'],
  ['read_customers', 'orders come without their customer'],
  ['read_fulfillments', 'parcels cannot be followed'],
];

export async function check(call: Call, credentials: ShopifyCredentials): Promise<ShopCheck> {
  try {
    const { data, version } = await call(SHOP, {}, credentials);
    const read = Shown.safeParse(data);
    if (!read.success)
      return no('Shopify’s answer could not be read.', 'Try again; if it stays, tell us the version of Earshot.');
    const { shop, currentAppInstallation } = read.data;
    const scopes = new Set(currentAppInstallation?.accessScopes.map(({ handle }) => handle));
    const may = (scope: string) => scopes.has(scope) || scopes.has(scope.replace('read_', 'write_'));
    if (currentAppInstallation && !may('read_orders'))
      return no(
        'The app may not read orders.',
        'Give it read_orders in the Dev Dashboard, install it again, then test.',
      );
    const warnings = NEEDED.filter(([scope]) => currentAppInstallation && !may(scope)).map(
      ([scope, without]) => `The app has no ${scope}: ${without}.`,
    );
    if (currentAppInstallation && !may('read_all_orders'))
      warnings.push('Without read_all_orders Shopify shows the orders of the last 60 days only.');
    if (!credentials.clientSecret)
      warnings.push(
        'Without the client secret Shopify’s webhooks cannot be checked: changes are looked for every few minutes.',
      );
    if (version && version !== API_VERSION)
      warnings.push(`Shopify answered in version ${version} where ${API_VERSION} was asked for: update Earshot soon.`);
    const { name, myshopifyDomain: id, primaryDomain, currencyCode } = shop;
    return { ok: true, shop: { id, name, url: primaryDomain?.url ?? null, currency: currencyCode }, warnings };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return no(error.message, TODO[error.kind], error.kind === 'misconfigured' ? 'domain' : undefined);
  }
}

const TODO: Readonly<Record<Trouble['kind'], string>> = {
  needs_login:
    'Look at the app in Shopify’s Dev Dashboard: is it installed in this shop, and is this its ID and secret?',
  misconfigured: 'Look whether the address of the shop and the rights of the app are right, then test again.',
  limited: 'Wait a minute, then test again.',
  unavailable: 'Look whether this machine reaches the internet, then test again.',
};

const no = (problem: string, todo: string, field?: string): ShopCheck => ({
  ok: false,
  problem,
  todo,
  ...(field ? { field } : {}),
});
