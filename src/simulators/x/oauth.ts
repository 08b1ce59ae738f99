import { createHmac, timingSafeEqual } from 'node:crypto';
import { unauthorized } from './refusal.ts';

export interface Keys {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
  /** A token of OAuth 2.0 for the same account, as the typed clients send it. */
  readonly bearer: string;
}
export interface Signed {
  readonly method: string;
  /** As it stood in the request line. */
  readonly target: string;
  readonly host: string;
  readonly authorization: string | undefined;
}

const FIVE_MINUTES_S = 300;
const used = new WeakMap<Keys, Set<string>>();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!*'()]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whether these keys signed this request: what RFC 5849 says, seen from the other side. */
export function requireKeys(signed: Signed, keys: Keys, now: Date): void {
  const { authorization = '' } = signed;
  if (authorization === `Bearer ${keys.bearer}`) return;
  if (!authorization.startsWith('OAuth ')) throw unauthorized();
  const given = new Map(
    authorization
      .slice(6)
      .split(',')
      .map((part) => {
        const [name = '', value = ''] = part.trim().split(/=(.*)/);
        return [decodeURIComponent(name), decodeURIComponent(value.replace(/^"|"$/g, ''))] as const;
      }),
  );
  const isKnown =
    given.get('oauth_consumer_key') === keys.apiKey &&
    given.get('oauth_token') === keys.accessToken &&
    given.get('oauth_signature_method') === 'HMAC-SHA1' &&
    given.get('oauth_version') === '1.0';
  if (!isKnown) throw unauthorized();
  if (Math.abs(Number(given.get('oauth_timestamp')) - now.getTime() / 1_000) > FIVE_MINUTES_S) throw unauthorized();
  const nonces = used.get(keys) ?? new Set();
  used.set(keys, nonces);
  const nonce = given.get('oauth_nonce') ?? '';
  if (nonce === '' || nonces.has(nonce)) throw unauthorized();
  nonces.add(nonce);
  const signature = given.get('oauth_signature') ?? '';
  given.delete('oauth_signature');
  const fits = ['http', 'https'].some((scheme) => isEqual(signature, signatureOf(scheme, signed, given, keys)));
  if (!fits) throw unauthorized();
}

function signatureOf(
  scheme: string,
  { method, target, host }: Signed,
  given: ReadonlyMap<string, string>,
  keys: Keys,
): string {
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  const asked = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return [decodeURIComponent(name.replaceAll('+', ' ')), decodeURIComponent(value.replaceAll('+', ' '))] as const;
    });
  const pairs = [...given, ...asked].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const base = `${method}&${encode(`${scheme}://${host}${path}`)}&${encode(pairs.join('&'))}`;
  return createHmac('sha1', `${encode(keys.apiSecret)}&${encode(keys.accessSecret)}`)
    .update(base)
    .digest('base64');
}

const isEqual = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
