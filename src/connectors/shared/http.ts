import { jsonIn } from './json.ts';

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
  'UND_ERR_CONNECT_TIMEOUT',
  // a certificate is looked at before anything is said
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
/** A road may also be lost while a request is under way on an open connection. */
const WHILE_CONNECTING = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);

/** Whether a failed request certainly never reached the network. */
export function neverLeft(error: unknown): boolean {
  const code = textIn(causeOf(error), 'code');
  if (code === undefined) return false;
  if (WHILE_CONNECTING.has(code)) return isConnecting(causeOf(error));
  return BEFORE_SENDING.has(code) || code.startsWith('CERT_') || code.startsWith('ERR_TLS');
}

/** Several addresses that were all tried in vain come as one error with one for each. */
const isConnecting = (cause: unknown): boolean =>
  cause instanceof AggregateError ? cause.errors.every(isConnecting) : textIn(cause, 'syscall') === 'connect';

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined);

function textIn(value: unknown, key: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** Why there was no answer, in words. */
export function wordsFor(name: string, error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `${name} did not answer in time.`;
  const code = textIn(causeOf(error), 'code');
  return code ? `${name} could not be reached (${code}).` : `The connection to ${name} broke.`;
}
