import { Trouble } from '../../core/channel/connector.ts';
import type { Ask } from '../shared/ask.ts';
import type { ShopifyCredentials } from './credentials.ts';

/** A token lives for a day; a new one is fetched an hour before. */
const EARLY_MS = 3_600_000;

export interface Access {
  tokenFor(credentials: ShopifyCredentials): Promise<string>;
  /** It was refused: the next call gets another. False: there is none to be had. */
  forget(credentials: ShopifyCredentials): boolean;
}

/** Tokens of apps made in the Dev Dashboard (client credentials grant), kept in memory while they are good. */
export function openAccess(ask: Ask, urlOf: (domain: string) => string, now: () => Date): Access {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  const keyOf = ({ domain, clientId, clientSecret }: ShopifyCredentials) =>
    JSON.stringify([domain, clientId, clientSecret]);
  return {
    async tokenFor(credentials) {
      if (credentials.accessToken) return credentials.accessToken;
      const known = kept.get(keyOf(credentials));
      if (known && known.until > now().getTime()) return known.token;
      const { status, json } = await ask({
        of: 'Shopify',
        method: 'POST',
        url: `${urlOf(credentials.domain)}/admin/oauth/access_token`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: credentials.clientId,
          client_secret: credentials.clientSecret,
        }).toString(),
      });
      const { access_token: token, expires_in: seconds, error } = Object(json) as Readonly<Record<string, unknown>>;
      if (status === 200 && typeof token === 'string' && token) {
        const lastsMs = typeof seconds === 'number' && seconds > 0 ? seconds * 1_000 : 0;
        kept.set(keyOf(credentials), { token, until: now().getTime() + Math.max(0, lastsMs - EARLY_MS) });
        return token;
      }
      if (status === 404) throw new Trouble('misconfigured', `There is no shop ${credentials.domain}.`);
      if (error === 'shop_not_permitted')
        throw new Trouble(
          'needs_login',
          'The app may not enter this shop: it must belong to the same organisation and be installed in it.',
        );
      if (status >= 400 && status < 500 && status !== 429)
        throw new Trouble('needs_login', 'Shopify does not take this client ID and secret.');
      throw new Trouble(status === 429 ? 'limited' : 'unavailable', `Shopify answered ${status}.`);
    },
    forget(credentials) {
      return !credentials.accessToken && kept.delete(keyOf(credentials));
    },
  };
}
