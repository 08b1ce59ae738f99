import { createHmac } from 'node:crypto';
import type { RawWebhook } from '../../core/channel/connector.ts';
import { isEqual } from '../shared/equal.ts';
import { headerOf } from '../shared/headers.ts';
import type { MetaCredentials } from './credentials.ts';

/**
 * True when the raw bytes were signed with this app's secret.
 * Source: Meta, "Webhooks: validating payloads", `X-Hub-Signature-256: sha256=<lower-case hex>`; read 2026-11.
 */
export function isSigned(request: RawWebhook, { appSecret }: Pick<MetaCredentials, 'appSecret'>): boolean {
  const given = headerOf(request.headers, 'x-hub-signature-256');
  if (given === undefined) return false;
  return isEqual(given, `sha256=${createHmac('sha256', appSecret).update(request.body).digest('hex')}`);
}

/** Shows Meta that whoever holds the token also holds the app's secret. Source: Meta, "Secure Graph API calls"; read 2026-11. */
export function secretProof(token: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(token).digest('hex');
}

/** The answer to Meta's question whether we are there; null when it was asked with another verify token. */
export function answerChallenge(
  query: Readonly<Record<string, string>>,
  { verifyToken }: Pick<MetaCredentials, 'verifyToken'>,
): string | null {
  // Some query parsers make `hub_mode` of `hub.mode`.
  const ask = (name: string) => query[`hub.${name}`] ?? query[`hub_${name}`];
  if (ask('mode') !== 'subscribe' || !isEqual(ask('verify_token') ?? '', verifyToken)) return null;
  return ask('challenge') ?? null;
}
