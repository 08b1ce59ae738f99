import { createHmac } from 'node:crypto';
import { openCourier } from '../courier.ts';
import { serve } from '../loopback/serve.ts';
import { noFaults } from '../network.ts';
import { seeded } from '../personas/random.ts';
import { createCalls, linkedInError } from './calls.ts';
import { openLinkedInNetwork } from './network.ts';
import type { State } from './state.ts';

export interface LinkedInOptions {
  readonly seed: number;
  readonly now: () => Date;
  readonly port?: number;
  readonly organizationId: string;
  readonly name: string;
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Versions of the API that are alive. */
  readonly versions: readonly string[];
  /** Pages that the administrator has beside this one. */
  readonly otherPages?: number;
  /** A comment that was made is answered with its number alone. */
  readonly isBrief?: boolean;
  readonly posts: readonly string[];
}

const MOST_AT_ONCE = 10;
/** Every 5 minutes for 8 hours, there. */
const TRIES = 96;

/** A Page on LinkedIn: its REST API, its notifications, its webhooks. */
export async function startLinkedIn(options: LinkedInOptions) {
  const random = seeded(options.seed);
  const faults = noFaults();
  const state: State = { posts: [], comments: [], notifications: [], webhook: null };
  const sign = (...parts: string[]) => createHmac('sha256', options.clientSecret).update(parts.join('')).digest('hex');

  const courier = openCourier<Record<string, unknown>>({
    faults,
    random,
    most: MOST_AT_ONCE,
    tries: TRIES,
    isReady: () => state.webhook !== null,
    async deliver(notifications, _attempt, signal) {
      if (state.webhook === null) return false;
      const body = JSON.stringify({ type: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS', notifications });
      const headers = { 'content-type': 'application/json', 'x-li-signature': sign('hmacsha256=', body) };
      try {
        const within = AbortSignal.any([signal, AbortSignal.timeout(3_000)]);
        const response = await fetch(state.webhook, { method: 'POST', headers, body, signal: within });
        await response.arrayBuffer();
        return response.ok;
      } catch {
        return false;
      }
    },
  });

  const page = openLinkedInNetwork({ ...options, state, faults, random, courier });
  const { url, close } = await serve({
    port: options.port,
    faults,
    random,
    isSpared: ({ pathname }) => pathname.startsWith('/oauth/'),
    route: createCalls({ ...options, state, faults, page, onSubscribed: courier.wake }),
    broken: () => linkedInError(500, 'INTERNAL_SERVER_ERROR', 'Internal Server Error').reply,
    limited: () =>
      linkedInError(429, 'TOO_MANY_REQUESTS', 'Resource level throttle limit for calls is reached.', 101).reply,
  });

  async function closeAll(): Promise<void> {
    await courier.close();
    await close();
  }
  return {
    network: { ...page.network, close: closeAll },
    state,
    url,
    close: closeAll,
    /** As somebody enters an address in the developer portal: it must know the secret. Throws when it does not. */
    async subscribe(address: string): Promise<void> {
      const challengeCode = '890e4665-4dfe-4ab1-b689-ed553bceeed0';
      const response = await fetch(`${address}?challengeCode=${challengeCode}&applicationId=${options.appId}`);
      const answer = (await response.json()) as Record<string, unknown>;
      if (answer.challengeCode !== challengeCode || answer.challengeResponse !== sign(challengeCode))
        throw new Error('LinkedIn: the address did not answer the challenge');
      state.webhook = address;
      courier.wake();
    },
  };
}
