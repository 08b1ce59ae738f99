import { z } from 'zod';

/** One call of the network's protocol: `GET` is a query, `POST` a procedure. */
export interface XrpcCall {
  readonly method: 'GET' | 'POST';
  /** The method's name, e.g. `app.bsky.feed.getPosts`. */
  readonly nsid: string;
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly body?: unknown;
  readonly blob?: { readonly bytes: Uint8Array; readonly mimeType: string };
  /** The service that the account's server passes this on to. */
  readonly proxy?: string;
}

export interface XrpcFailure {
  readonly ok: false;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The network's own name for it (`ExpiredToken`), or ours when it gave none. */
  readonly error: string;
  readonly message: string;
  /** When to come again, in milliseconds from now, if the network said so. */
  readonly afterMs?: number;
  /** Whether the call may have been carried out all the same. */
  readonly isPerhapsDone: boolean;
}
export type XrpcAnswer = { readonly ok: true; readonly body: unknown } | XrpcFailure;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
export type Xrpc = (base: string, call: XrpcCall, token: string | null) => Promise<XrpcAnswer>;

/** A connection that was never made cannot have carried anything. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const ErrorBody = z.looseObject({ error: z.string().catch('Unknown'), message: z.string().catch('') });

export function createXrpc({ fetch, now, timeoutMs }: { fetch: Fetch; now: () => Date; timeoutMs: number }): Xrpc {
  return async (base, call, token) => {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    if (call.proxy) headers['atproto-proxy'] = call.proxy;
    if (call.blob) headers['content-type'] = call.blob.mimeType;
    else if (call.body !== undefined) headers['content-type'] = 'application/json';
    const body = call.blob
      ? Uint8Array.from(call.blob.bytes)
      : call.body === undefined
        ? null
        : JSON.stringify(call.body);
    try {
      const response = await fetch(address(base, call), {
        method: call.method,
        headers,
        body,
        redirect: 'manual', // a token must not follow a redirect to a host that nobody chose
        signal: AbortSignal.timeout(timeoutMs),
      });
      const parsed = jsonOf(await response.text());
      if (response.ok) {
        if (parsed !== undefined) return { ok: true, body: parsed };
        return failure(response.status, 'NotJson', 'The server answered with something that is not JSON.', true);
      }
      return refusal(response, parsed, now());
    } catch (error) {
      return unanswered(error);
    }
  };
}

function address(base: string, { nsid, query }: XrpcCall): string {
  const url = new URL(`${base}/xrpc/${nsid}`);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one));
  }
  return url.href;
}

function jsonOf(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failure(status: number, error: string, message: string, isPerhapsDone: boolean): XrpcFailure {
  return { ok: false, status, error, message, isPerhapsDone };
}

function refusal(response: Response, body: unknown, now: Date): XrpcFailure {
  const { error, message } = ErrorBody.catch({ error: 'Unknown', message: response.statusText }).parse(body);
  const afterMs = waitOf(response.headers, now);
  const answer = failure(response.status, error, message || error, response.status >= 500);
  return afterMs === undefined || response.status < 429 ? answer : { ...answer, afterMs };
}

/** `retry-after` is in seconds from now, `ratelimit-reset` in seconds since 1970. Their clock may be ahead: never below one second. */
function waitOf(headers: Headers, now: Date): number | undefined {
  const after = Number(headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(after)) return Math.max(1_000, after * 1_000);
  const reset = Number(headers.get('ratelimit-reset') ?? Number.NaN);
  if (Number.isFinite(reset)) return Math.max(1_000, reset * 1_000 - now.getTime());
  return undefined;
}

function unanswered(error: unknown): XrpcFailure {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = codeOf(cause) ?? codeOf(error) ?? 'NoAnswer';
  if (NEVER_SENT.has(code)) return failure(0, code, `The server cannot be reached (${code}).`, false);
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  if (isTimeout) return failure(0, 'Timeout', 'The server did not answer in time.', true);
  return failure(0, code, `The connection broke (${code}).`, true);
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // both address families were tried, and each has its reason
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  return undefined;
}
