import { createHash, createHmac } from 'node:crypto';
import type { WebhookSource } from '../../core/channel/connector.ts';
import { isChallengeToken } from '../shared/challenge-token.ts';
import { isEqual } from '../shared/equal.ts';
import { headerOf } from '../shared/headers.ts';
import type { XCredentials } from './credentials.ts';

const signatureOf = (secret: string, signed: string | Uint8Array): string =>
  `sha256=${createHmac('sha256', secret).update(signed).digest('base64')}`;

/**
 * Names the app in the address that it calls: X's check says neither whose it is nor with which secret it is to be
 * answered, and the apps of one workspace have one door.
 */
export const doorMark = ({ apiKey }: Pick<XCredentials, 'apiKey'>): string =>
  createHash('sha256').update(apiKey).digest('hex').slice(0, 8);

/**
 * Signed is the raw body, with the API secret of the app or, under a header of its own, with the client secret of
 * OAuth 2.0. Events name their account. Source: X docs, "Webhooks, Security"; read 2026-11.
 */
export const webhook: WebhookSource<XCredentials> = {
  family: 'x',
  isSetByUs: true,
  challenge({ crc_token: token, app }, credentials) {
    if (!isChallengeToken(token) || (app !== undefined && app !== doorMark(credentials))) return null;
    return { response_token: signatureOf(credentials.clientSecret || credentials.apiSecret, token) };
  },
  isAuthentic({ headers, body }, { apiSecret, clientSecret }) {
    const isSigned = (header: string, secret: string | undefined) => {
      const given = headerOf(headers, header);
      return Boolean(secret) && given !== undefined && isEqual(given, signatureOf(secret ?? '', body));
    };
    return (
      isSigned('x-twitter-webhooks-signature-oauth2', clientSecret) ||
      isSigned('x-twitter-webhooks-signature', apiSecret)
    );
  },
};
