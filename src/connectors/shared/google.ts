import { createHash } from 'node:crypto';
import { z } from 'zod';
import { createAccessTokens, type Grant } from './access-tokens.ts';
import type { Http, HttpCall } from './http.ts';
import { type ReadError, type RestAnswer, type RestFailure, restAnswerOf } from './rest.ts';
import { lenient, text } from './shapes.ts';

/** Where Google gives access tokens. Source: Google, "Using OAuth 2.0 to Access Google APIs"; read 2026-11. */
export const GOOGLE_TOKEN_URL = 'https://oauth2.googleapis.com/token';

/** `{"error":{"code":403,"message":"…","status":"PERMISSION_DENIED"}}`, and `{"error":"invalid_grant",…}` of the token's door. */
const ApiError = z.object({ error: z.object({ message: lenient(text), status: lenient(text) }) });
const DoorError = z.object({ error: text, error_description: lenient(text) });
const readError: ReadError = (json) => {
  const api = ApiError.safeParse(json).data?.error;
  if (api) return { code: api.status ?? '', message: api.message ?? '' };
  const door = DoorError.safeParse(json).data;
  return { code: door?.error ?? '', message: door?.error_description ?? door?.error ?? '' };
};

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const WAIT_MS = 60_000;

export interface GoogleOptions<Credentials> {
  readonly name: string;
  readonly http: Http;
  readonly tokenUrl: string;
  readonly now: () => Date;
  /** What is sent for a token: a refresh token, or an assertion that a service account signed. */
  readonly form: (credentials: Credentials) => Readonly<Record<string, string>>;
  /** What of the credentials opens the account. */
  readonly secret: (credentials: Credentials) => string;
}
/** One call to an API of Google. Only one whose token was refused is made again, once, with a new one. */
export type Google<Credentials> = (credentials: Credentials, call: HttpCall) => Promise<RestAnswer>;

export function openGoogle<Credentials>(options: GoogleOptions<Credentials>): Google<Credentials> {
  const { name, http, tokenUrl, now, form, secret } = options;
  const keyOf = (credentials: Credentials) => createHash('sha256').update(secret(credentials)).digest('base64');
  const tokens = createAccessTokens(ask, keyOf, now);

  async function ask(credentials: Credentials): Promise<Grant> {
    const body = new URLSearchParams(form(credentials));
    const answer = restAnswerOf(await http({ method: 'POST', url: tokenUrl, body }), name, readError, now());
    if (answer.kind === 'failed') {
      // a refresh token that was taken back is answered with 400
      const isOver = answer.status === 400 || answer.status === 401;
      if (isOver) return { kind: 'refused', problem: `${answer.code}: ${answer.message}` };
      return { kind: 'later', problem: answer.message, afterMs: answer.afterMs ?? WAIT_MS };
    }
    const made = Token.safeParse(answer.json).data;
    if (!made)
      return {
        kind: 'later',
        problem: `${name} answered the login with something else than a token.`,
        afterMs: WAIT_MS,
      };
    return {
      kind: 'granted',
      token: made.access_token,
      endsAt: new Date(now().getTime() + made.expires_in * 1_000),
      body: made,
    };
  }

  async function once(call: HttpCall, token: string): Promise<RestAnswer> {
    const headers = { ...call.headers, authorization: `Bearer ${token}` };
    return restAnswerOf(await http({ ...call, headers }), name, readError, now());
  }

  return async (credentials, call) => {
    const grant = await tokens.open(credentials);
    if (grant.kind !== 'granted') return withoutToken(grant);
    const answer = await once(call, grant.token);
    if (answer.kind === 'ok' || answer.status !== 401) return answer;
    const next = await tokens.renew(credentials, grant.token);
    return next.kind === 'granted' ? once(call, next.token) : withoutToken(next);
  };
}

/** Whatever became of the login, the call itself was not made. `code` is the word of the token's door. */
function withoutToken(grant: Exclude<Grant, { kind: 'granted' }>): RestFailure {
  const failure = { kind: 'failed', message: grant.problem, isPerhapsDone: false } as const;
  if (grant.kind === 'refused') return { ...failure, status: 401, code: grant.problem.split(':')[0] ?? '' };
  return { ...failure, status: 503, code: '', afterMs: grant.afterMs };
}
