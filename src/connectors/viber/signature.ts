import { createHmac } from 'node:crypto';
import type { RawWebhook } from '../../core/channel/connector.ts';
import { isEqual } from '../shared/equal.ts';
import { headerOf } from '../shared/headers.ts';
import type { ViberCredentials } from './credentials.ts';

/**
 * True when the raw bytes were signed with this bot's token. The signature is in a header, and Viber's own library
 * reads it from the query: either will do.
 * Source: Viber REST Bot API, "Callbacks", lower-case hex HMAC-SHA256; read 2026-11.
 */
export function isSigned(
  { headers, query, body }: RawWebhook,
  { authToken }: Pick<ViberCredentials, 'authToken'>,
): boolean {
  const given = headerOf(headers, 'x-viber-content-signature') ?? query.sig;
  if (given === undefined) return false;
  return isEqual(given, createHmac('sha256', authToken).update(body).digest('hex'));
}
