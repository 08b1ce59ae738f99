import { createHmac } from 'node:crypto';
import { type Courier, openCourier } from '../courier.ts';
import { withBareTokens } from './ids.ts';
import type { State } from './state.ts';

export interface Callback {
  readonly body: Readonly<Record<string, unknown>>;
  /** Gets what was said in the answer. */
  readonly hear?: (answer: string) => void;
}
export type Callbacks = Courier<Callback>;

const ANSWER_WITHIN_MS = 10_000;
/** Viber lets go of a callback after about an hour; here that is some minutes. */
const TRIES = 60;

export function openCallbacks(state: State): Callbacks {
  return openCourier<Callback>({
    faults: state.faults,
    random: state.random,
    most: 1,
    isReady: () => state.webhook !== null,
    tries: TRIES,
    async deliver([callback], _attempt, signal) {
      const { webhook } = state;
      if (!webhook || !callback) return true;
      const answer = await post(state, webhook.url, callback.body, signal);
      if (answer?.status !== 200) return false;
      callback.hear?.(answer.text);
      return true;
    },
  });
}

/** Null: no answer. */
export async function post(
  state: State,
  url: string,
  body: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
): Promise<{ readonly status: number; readonly text: string } | null> {
  const bytes = Buffer.from(withBareTokens(body));
  const signature = createHmac('sha256', state.bot.token).update(bytes).digest('hex');
  const address = new URL(url);
  address.searchParams.set('sig', signature);
  const timeout = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-viber-content-signature': signature },
      body: bytes,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return null;
  }
}
