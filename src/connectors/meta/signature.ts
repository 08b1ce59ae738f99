import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RawWebhook } from '../../core/channel/connector.ts';
import type { MetaCredentials } from './credentials.ts';

/**
 * True when the raw bytes were signed with this app's secret.
 * Source: Meta, "Webhooks: validating payloads", `X-Hub-Signature-256: sha256=<lower-case hex>`; read 2026-11.
 */
export function isSigned(request: RawWebhook, { appSecret }: Pick<MetaCredentials, 'appSecret'>): boolean {
  const given = headerOf(request.headers, 'x-hub-signature-256');
  if (given === undefined) return false;
  const wanted = Buffer.from(`sha256=${createHmac('sha256', appSecret).update(request.body).digest('hex')}`);
  const offered = Buffer.from(given);
  return offered.length === wanted.length && timingSafeEqual(offered, wanted);
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
  const given = Buffer.from(ask('verify_token') ?? '');
  const wanted = Buffer.from(verifyToken);
  if (ask('mode') !== 'subscribe' || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return ask('challenge') ?? null;
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
