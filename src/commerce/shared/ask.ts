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
      return { status: response.status, headers: response.headers, json: jsonIn(await response.text()) };
    } catch (error) {
      // An address that may not be called says so itself.
      if (error instanceof Error && error.name === 'Forbidden') throw new Trouble('misconfigured', error.message);
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      throw new Trouble('unavailable', isLate ? `${of} did not answer in time.` : `${of} could not be reached.`);
    }
  };
}

/** How long it asks to be left alone, in milliseconds. */
export function retryAfterMs(headers: Headers, fallbackMs: number): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : fallbackMs;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
