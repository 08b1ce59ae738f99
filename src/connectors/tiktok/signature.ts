import { createHmac } from 'node:crypto';
import type { WebhookSource } from '../../core/channel/connector.ts';
import { isEqual } from '../shared/equal.ts';
import { headerOf } from '../shared/headers.ts';
import type { TikTokCredentials } from './credentials.ts';

/** TikTok tries for 72 hours, and does not say whether it signs each try anew: a shorter time could lose what it repeats. */
const OLDEST_MS = 73 * 3_600_000;
const CLOCK_SKEW_MS = 5 * 60_000;

/** `Tiktok-Signature: t=1633174587,s=<hex>`. Source: TikTok, "Verify webhook signature"; read 2026-11. */
export const webhookAt = (now: () => Date): WebhookSource<TikTokCredentials> => ({
  family: 'tiktok',
  isAuthentic({ headers, body }, { appSecret }) {
    const parts = new Map(
      (headerOf(headers, 'tiktok-signature') ?? '').split(',').map((part): [string, string] => {
        const [name = '', ...value] = part.trim().split('=');
        return [name, value.join('=')];
      }),
    );
    const time = parts.get('t') ?? '';
    const age = now().getTime() - Number(time) * 1_000;
    if (!/^\d{1,12}$/.test(time) || age > OLDEST_MS || age < -CLOCK_SKEW_MS) return false;
    const wanted = createHmac('sha256', appSecret).update(`${time}.`).update(body).digest('hex');
    return isEqual((parts.get('s') ?? '').toLowerCase(), wanted);
  },
});
