import { createHmac } from 'node:crypto';
import type { RawWebhook } from '../../core/channel/connector.ts';
import { isEqual } from '../shared/equal.ts';
import { headerOf } from '../shared/headers.ts';

/** Older or newer than this is not taken: whoever overhears a request cannot send it again tomorrow. */
export const REPLAY_WINDOW_S = 300;

export const TIMESTAMP_HEADER = 'x-earshot-timestamp';
export const SIGNATURE_HEADER = 'x-earshot-signature';

/** `sha256=` and the lower-case hex of HMAC-SHA256 over `<timestamp>.<raw body>`; the timestamp is seconds since 1970. */
export function signatureOf(secret: string, timestamp: string, body: Uint8Array | string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** True when the bytes were signed with this secret, and not long ago. */
export function isSigned(request: RawWebhook, { secret }: { readonly secret: string }, now: Date): boolean {
  const timestamp = headerOf(request.headers, TIMESTAMP_HEADER) ?? '';
  const given = headerOf(request.headers, SIGNATURE_HEADER) ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > REPLAY_WINDOW_S) return false;
  const wanted = signatureOf(secret, timestamp, request.body);
  // Several, separated by commas, while a secret is being changed.
  return given.split(',').some((one) => isEqual(one.trim(), wanted));
}

/** What goes beside a body of ours. */
export function signedHeaders(secret: string, body: string, now: Date): Readonly<Record<string, string>> {
  const timestamp = String(Math.trunc(now.getTime() / 1000));
  return {
    'content-type': 'application/json',
    'user-agent': 'Earshot',
    'x-earshot-timestamp': timestamp,
    'x-earshot-signature': signatureOf(secret, timestamp, body),
  };
}
