import { createHmac } from 'node:crypto';
import { isEqual } from '../../connectors/shared/equal.ts';
import type { RawWebhook } from '../../core/channel/connector.ts';

/** Older or newer than this is not taken: whoever overhears a request cannot send it again tomorrow. */
const REPLAY_WINDOW_S = 300;

/** `sha256=` and the lower-case hex of HMAC-SHA256 over `<seconds since 1970>.<what is signed>`. */
export function signatureOf(secret: string, timestamp: string, signed: Uint8Array | string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(signed).digest('hex')}`;
}

/** A question has no body: its method and its address with the query are what is signed. */
export function signedHeaders(secret: string, url: URL, now: Date): Readonly<Record<string, string>> {
  const timestamp = String(Math.trunc(now.getTime() / 1_000));
  return {
    accept: 'application/json',
    'user-agent': 'Earshot',
    'x-earshot-timestamp': timestamp,
    'x-earshot-signature': signatureOf(secret, timestamp, `GET ${url.pathname}${url.search}`),
  };
}

export function isSigned({ headers, body }: RawWebhook, secret: string, now: Date): boolean {
  const timestamp = headers['x-earshot-timestamp'] ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > REPLAY_WINDOW_S) return false;
  const wanted = signatureOf(secret, timestamp, body);
  // Several, separated by commas, while a secret is being changed.
  return (headers['x-earshot-signature'] ?? '').split(',').some((one) => isEqual(one.trim(), wanted));
}
