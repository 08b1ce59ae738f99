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
  | 'plan';

export function streamFailureOf({ status, type }: Pick<ApiFailure, 'status' | 'type'>): StreamFailure {
  if (status === 0) return 'network';
  if (status === 429) return type === 'streaming-connection' ? 'taken' : 'slow';
  if (status === 401) return 'keys';
  return status === 403 ? 'plan' : 'http';
}

const WHYS: Readonly<Record<StreamFailure, string>> = {
  network: 'the connection broke',
  http: 'X has trouble of its own',
  slow: 'X asks to slow down',
  taken: 'another program, or another process of this desk, has the only place',
  keys: 'X gives no token for the keys of the app',
  plan: 'X refuses it to the app, as where the plan has no stream',
};
/** In words that go on a sentence: "rests, as ...". */
export const whyResting = (failure: StreamFailure): string => WHYS[failure];

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HALF_AN_HOUR = 30 * MINUTE;

/**
 * How long to leave the stream alone, in milliseconds. Network, HTTP and 429: X docs, "Handling disconnections", as of
 * 2026-08. The others change by a person's hand only.
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
      return 60 * MINUTE;
    case 'plan':
      return 24 * 60 * MINUTE;
  }
}
