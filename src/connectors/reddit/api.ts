import { z } from 'zod';
import type { AccessTokens, Grant } from '../shared/access-tokens.ts';
import { type Http, type HttpAnswer, retryAfterMs } from '../shared/http.ts';
import { lenient } from '../shared/shapes.ts';
import { type AllowanceLeft, numberIn } from './allowance-left.ts';
import type { RedditCredentials } from './credentials.ts';
import { userAgentOf } from './login.ts';

export type RedditCall =
  | {
      readonly method: 'GET';
      readonly path: string;
      readonly query?: Readonly<Record<string, string | number | undefined>>;
    }
  | { readonly method: 'POST'; readonly path: string; readonly form: Readonly<Record<string, string>> };

export interface RedditFailure {
  readonly kind: 'failed';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Reddit's own word (`THREAD_LOCKED`), or ours: `noAnswer`, `login`, `notJson`, `notAListing`. */
  readonly reason: string;
  readonly message: string;
  readonly afterMs?: number;
  /** Whether it may have been carried out all the same. */
  readonly isPerhapsDone: boolean;
}
export type RedditAnswer = { readonly kind: 'ok'; readonly body: unknown } | RedditFailure;
/** The network as one account reaches it. Never throws. */
export type Reddit = (call: RedditCall) => Promise<RedditAnswer>;

export interface ApiParts {
  readonly http: Http;
  readonly apiUrl: string;
  readonly login: AccessTokens<RedditCredentials>;
  readonly left: AllowanceLeft;
  readonly now: () => Date;
}

export function openReddit({ http, apiUrl, login, left, now }: ApiParts, credentials: RedditCredentials): Reddit {
  async function once(call: RedditCall, token: string): Promise<RedditAnswer> {
    const answer = await http({
      method: call.method,
      url: address(apiUrl, call),
      headers: {
        authorization: `Bearer ${token}`,
        'user-agent': userAgentOf(credentials),
        accept: 'application/json',
      },
      ...(call.method === 'POST' ? { body: new URLSearchParams({ ...call.form, api_type: 'json' }) } : {}),
    });
    if (answer.kind === 'answered') left.note(credentials.clientId, answer.headers);
    const heard = read(answer, now());
    return call.method === 'GET' && !ONE_THING.test(call.path) ? listingOrFailure(heard) : heard;
  }

  return async (call) => {
    const grant = await login.open(credentials);
    if (grant.kind !== 'granted') return withoutLogin(grant);
    const answer = await once(call, grant.token);
    if (answer.kind === 'ok' || answer.status !== 401) return answer;
    const next = await login.renew(credentials, grant.token);
    return next.kind === 'granted' ? once(call, next.token) : withoutLogin(next);
  };
}

function withoutLogin(grant: Exclude<Grant, { kind: 'granted' }>): RedditFailure {
  const failure = { kind: 'failed', message: grant.problem, isPerhapsDone: false } as const;
  if (grant.kind === 'refused') return { ...failure, status: 401, reason: 'login' };
  return { ...failure, status: 0, reason: 'noAnswer', afterMs: grant.afterMs };
}

function address(apiUrl: string, call: RedditCall): URL {
  const url = new URL(`${apiUrl}${call.path}`);
  if (call.method === 'GET') {
    for (const [name, value] of Object.entries(call.query ?? {}))
      if (value !== undefined) url.searchParams.set(name, String(value));
    url.searchParams.set('raw_json', '1'); // without it <, > and & come as HTML
  }
  return url;
}

/** What went wrong stands in an answer with status 200, as triples of code, words and field. */
const Logical = z.object({
  json: z.object({
    errors: z.array(z.tuple([z.string(), lenient(z.string())]).rest(z.unknown())).min(1),
    ratelimit: lenient(z.number()),
  }),
});
const Plain = z.object({ message: lenient(z.string()), reason: lenient(z.string()) });

function read(answer: HttpAnswer, now: Date): RedditAnswer {
  if (answer.kind === 'lost')
    return { kind: 'failed', status: 0, reason: 'noAnswer', message: answer.detail, isPerhapsDone: answer.isSent };
  const { status, json, headers } = answer;
  const logical = Logical.safeParse(json).data?.json;
  if (logical) {
    const [[code, words = ''] = ['']] = logical.errors;
    const afterMs = logical.ratelimit === undefined ? waitIn(words) : logical.ratelimit * 1_000;
    return {
      kind: 'failed',
      status,
      reason: code,
      message: sentence(words) || `Reddit refuses it: ${code}.`,
      ...(afterMs === undefined ? {} : { afterMs }),
      isPerhapsDone: false,
    };
  }
  if (status >= 200 && status < 300) {
    if (typeof json === 'object' && json !== null) return { kind: 'ok', body: json };
    const message = 'Reddit answered with something that is not JSON.';
    return { kind: 'failed', status, reason: 'notJson', message, isPerhapsDone: true };
  }
  const plain = Plain.safeParse(json).data;
  const seconds = numberIn(headers, 'reset');
  const afterMs = retryAfterMs(headers, now) ?? (status === 429 && seconds ? seconds * 1_000 : undefined);
  return {
    kind: 'failed',
    status,
    reason: plain?.reason ?? `http${status}`,
    message: `Reddit answered with ${plain?.message ?? 'an error'} (HTTP ${status}).`,
    ...(afterMs === undefined ? {} : { afterMs }),
    isPerhapsDone: status >= 500 || status === 408,
  };
}

/** All else that is read is a listing. */
const ONE_THING = /^\/api\/v1\/me$|^\/r\/\w+\/about$/;
const ListingBody = z.object({ data: z.object({ children: z.array(z.unknown()) }) });
/** Something else, taken for an empty listing, would say that nothing was written and that nothing was sent. */
function listingOrFailure(answer: RedditAnswer): RedditAnswer {
  if (answer.kind === 'failed' || ListingBody.safeParse(answer.body).success) return answer;
  const message = 'Reddit answered with something that is not a listing.';
  return { kind: 'failed', status: 200, reason: 'notAListing', message, isPerhapsDone: false };
}

/** "Take a break for 9 minutes before trying again." */
function waitIn(words: string): number | undefined {
  const [, count, unit] = /(\d+) (second|minute|hour)/.exec(words) ?? [];
  const size = { second: 1_000, minute: 60_000, hour: 3_600_000 }[unit ?? ''];
  return size === undefined ? undefined : Number(count) * size;
}

const sentence = (words: string): string => words.trim().replace(/^./, (first) => first.toUpperCase());
