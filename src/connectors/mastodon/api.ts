import { type HttpCall, openHttp, retryAfterMs } from '../shared/http.ts';
import type { MastodonCredentials } from './credentials.ts';

export interface ApiOptions {
  /** Another address than the server's own, for every account: a simulated server. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

export interface Failure {
  readonly kind: 'refused';
  readonly status: number;
  /** The server's own words; empty when it gave none (a page of a proxy). */
  readonly message: string;
  readonly afterMs?: number;
}
export interface Lost {
  readonly kind: 'lost';
  /** False only when the request certainly never left. */
  readonly isSent: boolean;
  readonly detail: string;
}
export type ApiAnswer = { readonly kind: 'ok'; readonly status: number; readonly body: unknown } | Failure | Lost;
export type Failed = Failure | Lost;

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** The server as one account reaches it. */
export interface Api {
  readonly server: string;
  get(path: string, query?: Query): Promise<ApiAnswer>;
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: HttpCall['body'], key?: string): Promise<ApiAnswer>;
}

export function openApi({ baseUrl, now = () => new Date(), ...options }: ApiOptions) {
  const http = openHttp({ name: 'The server', ...options });
  return ({ server, accessToken }: Pick<MastodonCredentials, 'server' | 'accessToken'>): Api => {
    const call = async (what: Omit<HttpCall, 'url'> & { readonly path: string; readonly query?: Query }) => {
      const url = new URL(`${baseUrl ?? server}${what.path}`);
      for (const [name, value] of Object.entries(what.query ?? {})) {
        if (value === undefined) continue;
        if (typeof value === 'object') for (const one of value) url.searchParams.append(`${name}[]`, one);
        else url.searchParams.append(name, String(value));
      }
      const { method, body } = what;
      const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json', ...what.headers };
      return readAnswer(await http({ method, url, headers, ...(body === undefined ? {} : { body }) }), now());
    };
    return {
      server,
      get: (path, query = {}) => call({ method: 'GET', path, query }),
      send: (method, path, body, key) =>
        call({
          method,
          path,
          ...(body === undefined ? {} : { body }),
          ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
        }),
    };
  };
}

function readAnswer(answer: Awaited<ReturnType<ReturnType<typeof openHttp>>>, now: Date): ApiAnswer {
  if (answer.kind === 'lost') return answer;
  const { status, json, headers } = answer;
  if (status < 300) {
    if (json !== undefined) return { kind: 'ok', status, body: json };
    return { kind: 'lost', isSent: true, detail: 'The server answered with something that cannot be read.' };
  }
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
  const afterMs = waitOf(headers, now);
  return {
    kind: 'refused',
    status,
    message: typeof error === 'string' ? error.slice(0, 300) : '',
    ...(afterMs === undefined ? {} : { afterMs }),
  };
}

/** Mastodon names the time in words (ISO 8601), not in seconds. Never below a second: its clock may be ahead. */
function waitOf(headers: Headers, now: Date): number | undefined {
  const reset = Date.parse(headers.get('x-ratelimit-reset') ?? '');
  if (!Number.isNaN(reset)) return Math.max(1_000, reset - now.getTime());
  return retryAfterMs(headers, now);
}
