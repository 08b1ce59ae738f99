import { parseJson } from './json.ts';

const TIMEOUT_MS = 20_000;

export interface HttpOptions {
  /** On screen: "Viber did not answer in time." */
  readonly name: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string | URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON; a form, bytes or a text as they are. */
  readonly body?: Readonly<Record<string, unknown>> | FormData | URLSearchParams | Uint8Array | string;
}

export type HttpAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Headers;
      /** Parsed JSON; undefined when the body is empty or something else. */
      readonly json: unknown;
      readonly bytes: Uint8Array;
    }
  /** No answer. `isSent` is false only when the request certainly never left. */
  | { readonly kind: 'lost'; readonly isSent: boolean; readonly detail: string };

/** One way to a network's HTTP API. Never throws: what became of the call is in the answer. Redirects are refused. */
export type Http = (call: HttpCall) => Promise<HttpAnswer>;

export function openHttp({ name, timeoutMs = TIMEOUT_MS, ...options }: HttpOptions): Http {
  const send = options.fetch ?? fetch;
  return async ({ method, url, headers, body }) => {
    const isPlain =
      typeof body === 'object' &&
      !(body instanceof FormData) &&
      !(body instanceof URLSearchParams) &&
      !(body instanceof Uint8Array);
    try {
      const response = await send(url, {
        method,
        headers: { ...(isPlain ? { 'content-type': 'application/json' } : {}), ...headers },
        body:
          body === undefined
            ? null
            : isPlain
              ? JSON.stringify(body)
              : (body as string | FormData | URLSearchParams | Uint8Array<ArrayBuffer>),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { kind: 'answered', status: response.status, headers: response.headers, json: jsonIn(bytes), bytes };
    } catch (error) {
      return { kind: 'lost', isSent: !neverLeft(error), detail: wordsFor(name, error) };
    }
  };
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return bytes.length === 0 ? undefined : parseJson(bytes);
  } catch {
    return undefined;
  }
}

/** How long a network asks to be left alone, in milliseconds: `Retry-After` in seconds or as a date. */
export function retryAfterMs(headers: Headers, now: Date): number | undefined {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(text) - now.getTime();
  return ms > 0 ? ms : undefined;
}

const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a failed request certainly never reached the network. */
export function neverLeft(error: unknown): boolean {
  const code = causeCode(error);
  return code !== undefined && (BEFORE_SENDING.has(code) || code.startsWith('CERT_') || code.startsWith('ERR_TLS'));
}

function causeCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Why there was no answer, in words. */
export function wordsFor(name: string, error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `${name} did not answer in time.`;
  const code = causeCode(error);
  return code ? `${name} could not be reached (${code}).` : `The connection to ${name} broke.`;
}
