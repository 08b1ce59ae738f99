import { createHmac } from 'node:crypto';
import type { RawWebhook, WebhookSource } from '../../core/channel/connector.ts';
import { isChallengeToken } from '../shared/challenge-token.ts';
import { isEqual } from '../shared/equal.ts';
import { headerOf } from '../shared/headers.ts';
import type { LinkedInCredentials } from './credentials.ts';

const hmac = (secret: string, ...parts: (string | Uint8Array)[]) => {
  const sum = createHmac('sha256', secret);
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
};

/** Source: LinkedIn, "Webhooks": `X-LI-Signature`, and the challenge that is repeated every 2 hours; read 2026-11. */
export const webhook: WebhookSource<LinkedInCredentials> = {
  family: 'linkedin',
  challenge({ challengeCode, applicationId }, { clientSecret, appId }) {
    if (!isChallengeToken(challengeCode) || (applicationId && applicationId !== appId)) return null;
    return { challengeCode, challengeResponse: hmac(clientSecret, challengeCode) };
  },
  isAuthentic({ headers, body }: RawWebhook, { clientSecret }) {
    const given = headerOf(headers, 'x-li-signature')?.replace(/^hmacsha256=/, '');
    return given !== undefined && isEqual(given.toLowerCase(), hmac(clientSecret, 'hmacsha256=', body));
  },
};
