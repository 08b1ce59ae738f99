import { z } from 'zod';
import type { AccessTokens } from '../shared/access-tokens.ts';
import { type Http, type HttpAnswer, type HttpCall, retryAfterMs } from '../shared/http.ts';
import { lenient } from '../shared/shapes.ts';
import { UNITS } from './capabilities.ts';
import type { YouTubeCredentials } from './credentials.ts';
import type { Spending } from './spending.ts';

export interface YouTubeCall {
  readonly method: HttpCall['method'];
  /** `commentThreads` */
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly body?: Readonly<Record<string, unknown>>;
}
export interface YouTubeFailure {
  readonly kind: 'failed';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Google's own word (`quotaExceeded`), or ours: `noAnswer`, `login`, `notJson`, `notAList`. */
  readonly reason: string;
  readonly message: string;
  readonly afterMs?: number;
  /** Whether it may have been carried out all the same. */
  readonly isPerhapsDone: boolean;
}
export type YouTubeAnswer = { readonly kind: 'ok'; readonly body: unknown } | YouTubeFailure;
/** The network as one account reaches it. Never throws. */
export type YouTube = (call: YouTubeCall) => Promise<YouTubeAnswer>;

export interface ApiParts {
  readonly http: Http;
  readonly apiUrl: string;
  readonly login: AccessTokens<YouTubeCredentials>;
  readonly spending: Spending;
  /** What this program rejected: YouTube may show it to us no more, and it is not deleted for that. */
  readonly rejected: Set<string>;
  /** Acts whose answer was lost, and when, in milliseconds since 1970. */
  readonly lost: Map<string, number>;
  readonly now: () => Date;
}

const ErrorBody = z.object({
  error: z.object({
    message: lenient(z.string()),
    status: lenient(z.string()),
    errors: lenient(z.array(z.object({ reason: lenient(z.string()), message: lenient(z.string()) }))),
  }),
});

export function openYouTube(parts: ApiParts, credentials: YouTubeCredentials): YouTube {
  const { http, apiUrl, login, spending, now } = parts;

  async function once(call: YouTubeCall, token: string): Promise<YouTubeAnswer> {
    // an invalid request costs as well, so it is counted before anybody knows
    spending.spend(credentials.clientId, call.method === 'GET' ? UNITS.list : UNITS.write);
    const answer = await http({
      method: call.method,
      url: address(apiUrl, call),
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      ...(call.body ? { body: call.body } : {}),
    });
    return call.method === 'GET' ? listOrFailure(read(answer, now())) : read(answer, now());
  }

  return async (call) => {
    const grant = await login.open(credentials);
    if (grant.kind !== 'granted') return withoutLogin(grant);
    const answer = await once(call, grant.token);
    if (answer.kind === 'ok' || answer.status !== 401) return markUsedUp(answer);
    const next = await login.renew(credentials, grant.token);
    return next.kind === 'granted' ? markUsedUp(await once(call, next.token)) : withoutLogin(next);
  };

  function markUsedUp(answer: YouTubeAnswer): YouTubeAnswer {
    if (answer.kind === 'failed' && isQuotaOver(answer)) spending.usedUp(credentials.clientId, credentials.dailyUnits);
    return answer;
  }
}

export const isQuotaOver = ({ reason }: YouTubeFailure): boolean =>
  reason === 'quotaExceeded' || reason === 'dailyLimitExceeded';

type NoGrant = Exclude<Awaited<ReturnType<AccessTokens<YouTubeCredentials>['open']>>, { kind: 'granted' }>;
function withoutLogin(grant: NoGrant): YouTubeFailure {
  const failure = { kind: 'failed', message: grant.problem, isPerhapsDone: false } as const;
  if (grant.kind === 'refused') return { ...failure, status: 401, reason: 'login' };
  return { ...failure, status: 0, reason: 'noAnswer', afterMs: grant.afterMs };
}

function address(apiUrl: string, { path, query }: YouTubeCall): URL {
  const url = new URL(`${apiUrl}/${path}`);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return url;
}

function read(answer: HttpAnswer, now: Date): YouTubeAnswer {
  if (answer.kind === 'lost')
    return {
      kind: 'failed',
      status: 0,
      reason: 'noAnswer',
      message: answer.detail,
      isPerhapsDone: answer.isSent,
    };
  const { status, json } = answer;
  if (status === 204) return { kind: 'ok', body: {} };
  if (status >= 200 && status < 300) {
    if (typeof json === 'object' && json !== null) return { kind: 'ok', body: json };
    const message = 'YouTube answered with something that is not JSON.';
    return { kind: 'failed', status, reason: 'notJson', message, isPerhapsDone: true };
  }
  const error = ErrorBody.safeParse(json).data?.error;
  const [first] = error?.errors ?? [];
  const afterMs = retryAfterMs(answer.headers, now);
  return {
    kind: 'failed',
    status,
    reason: first?.reason ?? error?.status ?? `http${status}`,
    message: plain(error?.message ?? first?.message) || `YouTube answered with HTTP ${status}.`,
    ...(afterMs === undefined ? {} : { afterMs }),
    isPerhapsDone: status >= 500 || status === 408,
  };
}

const ListBody = z.union([
  z.looseObject({ kind: z.string().regex(/ListResponse$/) }),
  z.looseObject({ items: z.array(z.unknown()) }),
]);
/**
 * Whatever is asked for is answered with a list. Something else, taken for an empty one, would say that all comments
 * were deleted and that nothing was sent.
 */
function listOrFailure(answer: YouTubeAnswer): YouTubeAnswer {
  if (answer.kind === 'failed' || ListBody.safeParse(answer.body).success) return answer;
  const message = 'YouTube answered with something that is not a list.';
  return { kind: 'failed', status: 200, reason: 'notAList', message, isPerhapsDone: false };
}

/** Google writes links and code marks into its messages. */
const plain = (message: string | undefined): string => (message ?? '').replace(/<[^>]*>/g, '').trim();
