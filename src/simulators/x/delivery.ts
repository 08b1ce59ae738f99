import { createHmac, randomBytes } from 'node:crypto';
import { type Courier, openCourier } from '../courier.ts';
import type { Faults } from '../network.ts';

export interface Sending {
  /** As it was registered. */
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}
export interface DeliveryParts {
  readonly apiSecret: string;
  readonly faults: Faults;
  readonly random: () => number;
  /** How an address of the internet is reached from here. */
  readonly reach: (address: string) => string;
}

/** Source: X docs, "Webhooks": there within 10 seconds. */
const WITHIN_MS = 10_000;
const TRIES = 3;

const sign = (secret: string, signed: string): string =>
  `sha256=${createHmac('sha256', secret).update(signed).digest('base64')}`;

/** X's side of webhooks: signed requests, and the check whether somebody there knows the secret. */
export function openDelivery({ apiSecret, faults, random, reach }: DeliveryParts) {
  const courier: Courier<Sending> = openCourier({
    faults,
    random,
    most: 1,
    tries: TRIES,
    isReady: () => true,
    async deliver(items, _attempt, signal) {
      const [first] = items;
      if (!first) return true;
      const body = JSON.stringify(first.body);
      const headers = { 'content-type': 'application/json', 'x-twitter-webhooks-signature': sign(apiSecret, body) };
      try {
        const within = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]);
        const response = await fetch(reach(first.url), { method: 'POST', headers, body, signal: within });
        await response.arrayBuffer();
        return response.status === 200;
      } catch {
        return false;
      }
    },
  });
  return {
    courier,
    async check(address: string): Promise<boolean> {
      const token = randomBytes(16).toString('base64url');
      const url = new URL(reach(address));
      url.searchParams.set('crc_token', token);
      try {
        const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(WITHIN_MS) });
        const answer = (await response.json()) as { response_token?: unknown };
        return response.status === 200 && answer.response_token === sign(apiSecret, token);
      } catch {
        return false;
      }
    },
  };
}
