import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type AccessTokens, createAccessTokens, type Grant } from '../shared/access-tokens.ts';
import type { Http, HttpCall } from '../shared/http.ts';
import { type RestAnswer, type RestFailure, type RestWords, restAnswerOf } from '../shared/rest.ts';
import { lenient, text } from '../shared/shapes.ts';
import type { LinkedInCredentials } from './credentials.ts';

export const HOSTS = { api: 'https://api.linkedin.com', login: 'https://www.linkedin.com' };
export type Hosts = typeof HOSTS;

export const WORDS: RestWords = {
  name: 'LinkedIn',
  login: 'An administrator of the Page must give a new access token; enter it in its settings.',
  reasons: { ACCESS_DENIED: 'not_allowed' },
};

const ErrorBody = z.object({ code: lenient(text), message: lenient(text) });
const readError = (json: unknown) => {
  const body = ErrorBody.safeParse(json).data;
  return { code: body?.code ?? '', message: body?.message ?? '' };
};
const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const WAIT_MS = 60_000;
const DAY_MS = 86_400_000;
const OLD_VERSION = 'LinkedIn has ended this version of its API. Enter a newer year and month in the settings.';

export interface LinkedInCall {
  readonly method: HttpCall['method'];
  /** From `/rest` on, with everything encoded. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** `PARTIAL_UPDATE` where the method does not say it. */
  readonly restliMethod?: string;
}
export type Calls = (call: LinkedInCall) => Promise<RestAnswer>;

export interface LinkedInParts {
  readonly http: Http;
  readonly hosts: Hosts;
  readonly now: () => Date;
}

/** Logins that were renewed since the program began, by what renews them. */
export function openLogin({ http, hosts, now }: LinkedInParts): AccessTokens<LinkedInCredentials> {
  async function ask({ clientId, clientSecret, refreshToken }: LinkedInCredentials): Promise<Grant> {
    if (refreshToken === '') return { kind: 'refused', problem: 'The access token has ended.' };
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: clientId,
      client_secret: clientSecret,
    });
    const url = `${hosts.login}/oauth/v2/accessToken`;
    const answer = restAnswerOf(await http({ method: 'POST', url, body }), 'LinkedIn', readError, now());
    if (answer.kind === 'failed') {
      if (answer.status === 400 || answer.status === 401) return { kind: 'refused', problem: answer.message };
      return { kind: 'later', problem: answer.message, afterMs: answer.afterMs ?? WAIT_MS };
    }
    const made = Token.safeParse(answer.json).data;
    if (!made) return { kind: 'later', problem: 'LinkedIn answered the login with no token.', afterMs: WAIT_MS };
    const endsAt = new Date(now().getTime() + made.expires_in * 1_000);
    return { kind: 'granted', token: made.access_token, endsAt, body: made };
  }
  const keyOf = ({ clientId, clientSecret, refreshToken, accessToken }: LinkedInCredentials) =>
    createHash('sha256')
      .update(JSON.stringify([clientId, clientSecret, refreshToken, accessToken]))
      .digest('base64');
  return createAccessTokens(ask, keyOf, now);
}

export function callsOf(
  { http, hosts, now }: LinkedInParts,
  login: AccessTokens<LinkedInCredentials>,
  renewed: Map<string, string>,
  credentials: LinkedInCredentials,
): Calls {
  async function once({ method, path, body, restliMethod }: LinkedInCall, token: string): Promise<RestAnswer> {
    const headers = {
      authorization: `Bearer ${token}`,
      'linkedin-version': credentials.version,
      'x-restli-protocol-version': '2.0.0',
      ...(restliMethod ? { 'x-restli-method': restliMethod } : {}),
    };
    const call = { method, url: `${hosts.api}/rest${path}`, headers, ...(body ? { body } : {}) };
    const answer = restAnswerOf(await http(call), 'LinkedIn', readError, now());
    return answer.kind === 'failed' ? told(answer, now()) : answer;
  }

  return async (call) => {
    const token = renewed.get(credentials.accessToken) ?? credentials.accessToken;
    const answer = await once(call, token);
    if (answer.kind === 'ok' || answer.status !== 401 || credentials.refreshToken === '') return answer;
    const grant = await login.renew(credentials, token);
    if (grant.kind === 'later')
      return { ...answer, status: 503, message: grant.problem, afterMs: grant.afterMs, isPerhapsDone: false };
    if (grant.kind === 'refused') return answer;
    renewed.set(credentials.accessToken, grant.token);
    return once(call, grant.token);
  };
}

/** Quotas of LinkedIn begin anew at midnight UTC. A version that has ended is no fault of the words. */
function told(failure: RestFailure, now: Date): RestFailure {
  if (failure.status === 426 || failure.code === 'NONEXISTENT_VERSION') return { ...failure, message: OLD_VERSION };
  if (failure.status !== 429 || failure.afterMs !== undefined) return failure;
  return { ...failure, afterMs: DAY_MS - (now.getTime() % DAY_MS) };
}
