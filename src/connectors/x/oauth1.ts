import { createHmac, randomBytes } from 'node:crypto';

/** OAuth 1.0a keys of an app and of the account that uses it. They do not expire. */
export interface OauthKeys {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}
export interface SignedOnce {
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

export const signNow = (now: Date): SignedOnce => ({
  nonce: randomBytes(16).toString('hex'),
  timestamp: Math.floor(now.getTime() / 1000),
});

/**
 * The `Authorization` header for a call whose body is not a form (JSON and multipart are not signed).
 * Source: RFC 5849, section 3.4; X docs, "Creating a signature".
 */
export function authorization(method: string, url: URL, keys: OauthKeys, once: SignedOnce): string {
  const own: [string, string][] = [
    ['oauth_consumer_key', keys.apiKey],
    ['oauth_nonce', once.nonce],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', String(once.timestamp)],
    ['oauth_token', keys.accessToken],
    ['oauth_version', '1.0'],
  ];
  const all = [...own, ...url.searchParams].map(([name, value]) => [percent(name), percent(value)] as const);
  const sorted = all.toSorted(([a, x], [b, y]) => (a === b ? order(x, y) : order(a, b)));
  const parameters = sorted.map(([name, value]) => `${name}=${value}`).join('&');
  const base = [method.toUpperCase(), percent(`${url.origin}${url.pathname}`), percent(parameters)].join('&');
  const key = `${percent(keys.apiSecret)}&${percent(keys.accessSecret)}`;
  const signature = createHmac('sha1', key).update(base).digest('base64');
  const header = [...own, ['oauth_signature', signature] as const];
  return `OAuth ${header.map(([name, value]) => `${percent(name)}="${percent(value)}"`).join(', ')}`;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** RFC 3986: `encodeURIComponent` leaves five characters alone that are to be written as well. */
export const percent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
