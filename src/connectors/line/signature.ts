import { createHmac } from 'node:crypto';
import type { RawWebhook } from '../../core/channel/connector.ts';
import { isEqual } from '../shared/equal.ts';
import { headerOf } from '../shared/headers.ts';
import type { LineCredentials } from './credentials.ts';

/**
 * True when the raw bytes were signed with this channel's secret.
 * Source: LINE, "Verify webhook signature", base64 of the HMAC-SHA256; read 2026-11.
 */
export function isSigned(
  { headers, body }: RawWebhook,
  { channelSecret }: Pick<LineCredentials, 'channelSecret'>,
): boolean {
  const given = headerOf(headers, 'x-line-signature');
  if (given === undefined) return false;
  return isEqual(given, createHmac('sha256', channelSecret).update(body).digest('base64'));
}
