import { z } from 'zod';
import type { Http, HttpAnswer } from '../shared/http.ts';
import { authorization, type OauthKeys, signNow } from './oauth1.ts';

export type Query = Readonly<Record<string, string | number | undefined>>;
export type ApiAnswer = { readonly ok: true; readonly body: unknown; readonly headers: Headers } | ApiFailure;
export interface ApiFailure {
  readonly ok: false;
  /** 0: no answer came. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** The last part of the problem's address (`client-forbidden`), an error's old number (`88`), or `clock`. */
  readonly type: string;
  /** Beside the problem's address, where X gives it: `client-not-enrolled`. */
  readonly reason?: string;
  /** How long to leave the network alone, in milliseconds, where it says so. */
  readonly afterMs: number | undefined;
  /** The call may have been carried out all the same. */
  readonly isPerhapsDone: boolean;
}

/** X's API v2 as one account. */
export interface Api {
  get(path: string, query?: Query): Promise<ApiAnswer>;
  post(path: string, body: Readonly<Record<string, unknown>> | FormData | null): Promise<ApiAnswer>;
  put(path: string, body: Readonly<Record<string, unknown>>): Promise<ApiAnswer>;
  delete(path: string): Promise<ApiAnswer>;
  /** The header for an address that is called by somebody else. */
  sign(url: URL): string;
  /** When a stream of calls may be made again, by what the last answer said; undefined: now. */
  restsUntil(path: string): Date | undefined;
  /** How many calls of a stream the last answer left until its reset; null: nobody knows. */
  callsLeft(path: string): number | null;
}

export interface ApiOptions {
  readonly http: Http;
  readonly baseUrl: string;
  readonly now: () => Date;
}

export function openApi(options: ApiOptions, keys: OauthKeys): Api {
  return openAs(options, (method, url) => authorization(method, url, keys, signNow(options.now())));
}

/** As the app itself and not as an account. `token`: see `app-tokens.ts`. */
export const openAsApp = (options: ApiOptions, token: string): Api => openAs(options, () => `Bearer ${token}`);

function openAs({ http, baseUrl, now }: ApiOptions, authorize: (method: string, url: URL) => string): Api {
  const rests = new Map<string, Date>();
  const left = new Map<string, { readonly calls: number; readonly until: Date }>();
  async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, query: Query, body?: ApiBody) {
    const url = new URL(`${baseUrl}${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    // a space is written as %20 on both sides of the signature
    url.search = url.search.replaceAll('+', '%20');
    const headers = { authorization: authorize(method, url) };
    const answer = await http({ method, url, headers, ...(body === undefined ? {} : { body }) });
    const reset = answer.kind === 'answered' ? restOf(answer.headers) : undefined;
    if (reset) rests.set(path, reset);
    else rests.delete(path);
    const calls = answer.kind === 'answered' ? leftIn(answer.headers) : undefined;
    if (calls) left.set(path, calls);
    return readAnswer(answer, now());
  }
  return {
    get: (path, query = {}) => call('GET', path, query),
    post: (path, body) => call('POST', path, {}, body ?? undefined),
    put: (path, body) => call('PUT', path, {}, body),
    delete: (path) => call('DELETE', path, {}),
    sign: (url) => authorize('GET', url),
    restsUntil(path) {
      const until = rests.get(path);
      return until && until > now() ? until : undefined;
    },
    callsLeft(path) {
      const known = left.get(path);
      return known && known.until > now() ? known.calls : null;
    },
  };
}
type ApiBody = Readonly<Record<string, unknown>> | FormData;

const words = z.string().optional().catch(undefined);
const Problem = z.looseObject({
  title: words,
  detail: words,
  type: words,
  reason: words,
  errors: z
    .array(z.looseObject({ message: words, detail: words, title: words, code: z.unknown().optional() }))
    .optional()
    .catch(undefined),
});

/** What an answer says, whoever asked. */
export function readAnswer(answer: HttpAnswer, now: Date): ApiAnswer {
  if (answer.kind === 'lost') return failure(0, 'No answer', answer.detail, '', undefined, answer.isSent);
  const { status, headers, json } = answer;
  if (status >= 200 && status < 300) {
    if (json !== undefined || status === 204) return { ok: true, body: json, headers };
    return failure(status, 'Not JSON', 'X answered with something that is not JSON.', '', undefined, true);
  }
  const problem = Problem.safeParse(json).data ?? {};
  const first = problem.errors?.[0];
  const title = problem.title ?? first?.title ?? `Status ${status}`;
  const said = [problem.detail, first?.message ?? first?.detail].filter((one) => one !== undefined);
  const named = problem.type?.split('/').at(-1) ?? (first?.code === undefined ? '' : String(first.code));
  const type = status === 401 && isClockWrong(headers, now) ? 'clock' : named;
  const read = failure(
    status,
    title,
    [...new Set(said)].join(' ') || title,
    type,
    waitOf(headers, now),
    isOpen(status),
  );
  return problem.reason === undefined ? read : { ...read, reason: problem.reason };
}

/** A time-out is told by whoever stands between, too, and says nothing of what the network did. */
const isOpen = (status: number): boolean => status >= 500 || status === 408;

/** What is signed is good for five minutes. */
function isClockWrong(headers: Headers, now: Date): boolean {
  const theirs = Date.parse(headers.get('date') ?? '');
  return Math.abs(theirs - now.getTime()) > 5 * 60_000;
}

const failure = (
  status: number,
  title: string,
  detail: string,
  type: string,
  afterMs: number | undefined,
  isPerhapsDone: boolean,
): ApiFailure => ({ ok: false, status, title, detail, type, afterMs, isPerhapsDone });

/** X counts by quarter of an hour and, for what is written, by day: the app's and the account's. */
const WINDOWS = ['x-rate-limit', 'x-app-limit-24hour', 'x-user-limit-24hour'];

function restOf(headers: Headers): Date | undefined {
  const used = WINDOWS.filter((name) => headers.get(`${name}-remaining`) === '0');
  const resets = used.map((name) => Number(headers.get(`${name}-reset`))).filter((one) => one > 0);
  return resets.length === 0 ? undefined : new Date(Math.max(...resets) * 1_000);
}

/** A second more than said: their clock and ours are two. */
function waitOf(headers: Headers, now: Date): number | undefined {
  const until = restOf(headers) ?? resetAlone(headers);
  const ms = until ? until.getTime() - now.getTime() + 1_000 : Number.NaN;
  return ms > 0 ? ms : undefined;
}
function leftIn(headers: Headers): { calls: number; until: Date } | undefined {
  const calls = Number.parseInt(headers.get('x-rate-limit-remaining') ?? '', 10);
  const until = resetAlone(headers);
  return until && calls >= 0 ? { calls, until } : undefined;
}
function resetAlone(headers: Headers): Date | undefined {
  const seconds = Number(headers.get('x-rate-limit-reset'));
  return seconds > 0 ? new Date(seconds * 1_000) : undefined;
}
