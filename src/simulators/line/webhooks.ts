import { createHmac } from 'node:crypto';
import { type Courier, openCourier } from '../courier.ts';
import type { State } from './state.ts';

export type Event = Readonly<Record<string, unknown>>;
export type Webhooks = Courier<Event>;

const ANSWER_WITHIN_MS = 2_000;
const TRIES = 60;
const MOST_IN_ONE = 3;

export function openWebhooks(state: State): Webhooks {
  return openCourier<Event>({
    faults: state.faults,
    random: state.random,
    most: MOST_IN_ONE,
    isReady: () => state.webhook.url !== '',
    tries: state.isRedelivering ? TRIES : 1,
    async deliver(events, attempt, signal) {
      if (!state.webhook.isActive) return true;
      const again = events.map((event) =>
        attempt === 0 ? event : { ...event, deliveryContext: { isRedelivery: true } },
      );
      const status = await post(state, state.webhook.url, again, signal);
      return status === 200;
    },
  });
}

/** Null: no answer. */
export async function post(
  state: State,
  url: string,
  events: readonly Event[],
  signal?: AbortSignal,
): Promise<number | null> {
  const body = Buffer.from(JSON.stringify({ destination: state.account.userId, events }));
  const signature = createHmac('sha256', state.account.channelSecret).update(body).digest('base64');
  const timeout = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'LineBotWebhook/2.0',
        'x-line-signature': signature,
      },
      body,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
