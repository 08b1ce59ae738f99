import type { ApiFailure } from './api.ts';

/** Why the stream is not open. */
export type StreamFailure =
  /** The connection broke, or was not made. */
  | 'network'
  /** The network has trouble of its own. */
  | 'http'
  | 'slow'
  /** X allows one connection an app, and somebody has it. */
  | 'taken'
  /** The keys make no token, or the token is not taken. */
  | 'keys'
  /** The plan has no stream, or the app is under none. */
  | 'plan'
  /** The app or its token is not set up for it. */
  | 'setup'
  /** X forbids it and does not say why: it may pass. */
  | 'forbidden'
  /** The credit of the developer account is used up. */
  | 'credit';

export function streamFailureOf(failure: Pick<ApiFailure, 'status' | 'type' | 'reason'>): StreamFailure {
  const { status, type } = failure;
  if (status === 0) return 'network';
  if (status === 429) return type === 'streaming-connection' ? 'taken' : 'slow';
  if (status === 401) return 'keys';
  if (status === 402) return 'credit';
  return status === 403 ? whyForbidden(failure) : 'http';
}

/** Source: X docs, "Response codes and errors", as of 2026-08; the number is that of the older API. */
function whyForbidden({ type, reason = 'client-not-enrolled' }: Pick<ApiFailure, 'type' | 'reason'>): StreamFailure {
  if (type === '453') return 'plan';
  if (type === 'client-forbidden') return reason === 'client-not-enrolled' ? 'plan' : 'setup';
  return type === 'unsupported-authentication' || type === 'oauth1-permissions' ? 'setup' : 'forbidden';
}

const WHYS: Readonly<Record<StreamFailure, string>> = {
  network: 'the connection broke',
  http: 'X has trouble of its own',
  slow: 'X asks to slow down',
  taken: 'another program, or another process of this desk, uses the one connection that X allows',
  keys: 'X gives no token for the keys of the app',
  plan: 'the plan of the app has no stream',
  setup: 'the app is not set up for it on X',
  forbidden: 'X forbids it and does not say why',
  credit: 'the credit of the X developer account is used up',
};
/** In words that go on a sentence: "rests, as ...". */
export const whyResting = (failure: StreamFailure): string => WHYS[failure];

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const QUARTER = 15 * MINUTE;
const HALF_AN_HOUR = 30 * MINUTE;

/**
 * How long to leave the stream alone, in milliseconds. Network, HTTP and 429: X docs, "Handling disconnections", as of
 * 2026-08. The others change by a person's hand, but for what is forbidden without a word, which is asked for again soon.
 *
 * @param count how many failures of this kind came in a row, this one among them
 * @param isPerhapsOurs we had the place a short while ago, and the network may not have noticed that we lost it
 */
export function pauseAfter(failure: StreamFailure, count: number, isPerhapsOurs = false): number {
  const doubled = (first: number, most: number) => Math.min(first * 2 ** Math.min(count - 1, 20), most);
  switch (failure) {
    case 'network':
      return Math.min(250 * count, 16 * SECOND);
    case 'http':
      return doubled(5 * SECOND, 320 * SECOND);
    case 'slow':
      return doubled(MINUTE, HALF_AN_HOUR);
    case 'taken':
      return isPerhapsOurs ? doubled(MINUTE, HALF_AN_HOUR) : HALF_AN_HOUR;
    // a person with new keys opens another stream, which does not wait
    case 'keys':
    case 'setup':
      return 60 * MINUTE;
    case 'credit':
      return QUARTER;
    case 'forbidden':
      return doubled(QUARTER, 6 * 60 * MINUTE);
    case 'plan':
      return 24 * 60 * MINUTE;
  }
}
