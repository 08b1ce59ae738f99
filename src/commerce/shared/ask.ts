import { retryAfterMs } from '../../connectors/shared/http.ts';
import { jsonIn } from '../../connectors/shared/json.ts';
import { Trouble } from '../../core/channel/connector.ts';

const TIMEOUT_MS = 20_000;

export interface Question {
  /** On screen: "Shopify did not answer in time." */
  readonly of: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined where it is empty or something else. */
  readonly json: unknown;
}
export type Ask = (question: Question) => Promise<Reply>;

/** Throws `Trouble` where there was no answer at all; what an answer means is for whoever asked. */
export function openAsk(send: typeof fetch = fetch, timeoutMs = TIMEOUT_MS): Ask {
  return async ({ of, method, url, headers, body }) => {
    try {
      const response = await send(url, {
        method,
        headers,
        body: body ?? null,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return {
        status: response.status,
        headers: response.headers,
        json: jsonIn(new Uint8Array(await response.arrayBuffer())),
      };
    } catch (error) {
      // An address that may not be called says so itself.
      if (error instanceof Error && error.name === 'Forbidden') throw new Trouble('misconfigured', error.message);
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      throw new Trouble('unavailable', isLate ? `${of} did not answer in time.` : `${of} could not be reached.`);
    }
  };
}

/** Longer than this nobody is left alone, whatever they ask, in milliseconds. */
const LONGEST_REST_MS = 3_600_000;

/** How long it asks to be left alone, in milliseconds. */
export const restMs = (headers: Headers, otherwise: number): number =>
  Math.min(retryAfterMs(headers, new Date()) ?? otherwise, LONGEST_REST_MS);
