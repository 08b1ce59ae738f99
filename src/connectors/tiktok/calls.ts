import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type AccessTokens, createAccessTokens, type Grant } from '../shared/access-tokens.ts';
import type { Http, HttpAnswer } from '../shared/http.ts';
import { type RestAnswer, type RestFailure, type RestWords, restAnswerOf } from '../shared/rest.ts';
import { lenient, text } from '../shared/shapes.ts';
import type { TikTokCredentials } from './credentials.ts';

export const API = 'https://business-api.tiktok.com';
const VERSION = '/open_api/v1.3';

export const WORDS: RestWords = {
  name: 'TikTok',
  login: 'The business account must allow the app again; enter the new refresh token in its settings.',
};

/** Every answer is HTTP 200; how it went stands inside. */
const Envelope = z.object({
  code: z.union([z.number(), z.string().regex(/^\d+$/)]).transform(Number),
  message: lenient(text),
  data: z.unknown(),
});
/** The network's codes as the statuses that other networks would give. Source: TikTok, "Return codes"; read 2026-11. */
const STATUSES: Readonly<Record<number, number>> = { 40001: 403, 40064: 429, 40100: 429, 40105: 401 };
const isBroken = (code: number) => code >= 50_000 && code < 60_000;

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const WAIT_MS = 60_000;

export interface TikTokCall {
  readonly method: 'GET' | 'POST';
  /** `business/comment/list` */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: Readonly<Record<string, unknown>>;
}
export type Calls = (call: TikTokCall) => Promise<RestAnswer>;

export interface TikTokParts {
  readonly http: Http;
  readonly base: string;
  readonly now: () => Date;
}

/** `json` of an accepted call is its `data`. */
function answerOf(answer: HttpAnswer, now: Date): RestAnswer {
  const rest = restAnswerOf(answer, 'TikTok', () => ({ code: '', message: '' }), now);
  if (rest.kind === 'failed') return rest;
  const envelope = Envelope.safeParse(rest.json).data;
  const failure = { kind: 'failed', code: '' } as const;
  if (!envelope)
    return { ...failure, status: 502, message: 'TikTok answered with something else than JSON.', isPerhapsDone: true };
  const { code, message, data } = envelope;
  if (code === 0) return { ...rest, json: data };
  const status = isBroken(code) ? 500 : (STATUSES[code] ?? 400);
  const words = message || `TikTok answered with the code ${code}.`;
  return { ...failure, status, code: String(code), message: words, isPerhapsDone: status === 500 };
}

export async function callApp({ http, base, now }: TikTokParts, path: string, body: Readonly<Record<string, unknown>>) {
  return answerOf(await http({ method: 'POST', url: `${base}${VERSION}/${path}/`, body }), now());
}

export interface TikTokLogin extends AccessTokens<TikTokCredentials> {
  /** The refresh token that opens the next day. */
  latest(credentials: TikTokCredentials): string;
}

/** Access tokens live a day. Where a new refresh token comes along, it is the one that opens the next day. */
export function openLogin(parts: TikTokParts): TikTokLogin {
  const next = new Map<string, string>();
  async function ask({ appId, appSecret, refreshToken }: TikTokCredentials): Promise<Grant> {
    const answer = await callApp(parts, 'tt_user/oauth2/refresh_token', {
      client_id: appId,
      client_secret: appSecret,
      grant_type: 'refresh_token',
      refresh_token: next.get(refreshToken) ?? refreshToken,
    });
    if (answer.kind === 'failed') {
      const isOver = answer.status > 0 && answer.status < 500 && answer.status !== 429;
      if (isOver) return { kind: 'refused', problem: answer.message };
      return { kind: 'later', problem: answer.message, afterMs: answer.afterMs ?? WAIT_MS };
    }
    const made = Token.safeParse(answer.json).data;
    if (!made) return { kind: 'later', problem: 'TikTok answered the login with no token.', afterMs: WAIT_MS };
    const another = z.object({ refresh_token: z.string().min(1) }).safeParse(answer.json).data?.refresh_token;
    if (another) next.set(refreshToken, another);
    const endsAt = new Date(parts.now().getTime() + made.expires_in * 1_000);
    return { kind: 'granted', token: made.access_token, endsAt, body: made };
  }
  const keyOf = ({ appId, appSecret, refreshToken }: TikTokCredentials) =>
    createHash('sha256')
      .update(JSON.stringify([appId, appSecret, refreshToken]))
      .digest('base64');
  return {
    ...createAccessTokens(ask, keyOf, parts.now),
    latest: ({ refreshToken }) => next.get(refreshToken) ?? refreshToken,
  };
}

/** Each call is of the credentials' own account. */
export function callsOf(
  { http, base, now }: TikTokParts,
  login: AccessTokens<TikTokCredentials>,
  credentials: TikTokCredentials,
): Calls {
  async function once({ method, path, query, body }: TikTokCall, token: string): Promise<RestAnswer> {
    const url = new URL(`${base}${VERSION}/${path}/`);
    const whose = { business_id: credentials.businessId };
    if (method === 'GET')
      for (const [name, value] of Object.entries({ ...whose, ...query })) url.searchParams.set(name, String(value));
    const headers = { 'access-token': token };
    return answerOf(await http({ method, url, headers, ...(body ? { body: { ...whose, ...body } } : {}) }), now());
  }
  return async (call) => {
    const grant = await login.open(credentials);
    if (grant.kind !== 'granted') return withoutToken(grant);
    const answer = await once(call, grant.token);
    if (answer.kind === 'ok' || answer.status !== 401) return answer;
    const again = await login.renew(credentials, grant.token);
    return again.kind === 'granted' ? once(call, again.token) : withoutToken(again);
  };
}

function withoutToken(grant: Exclude<Grant, { kind: 'granted' }>): RestFailure {
  const failure = { kind: 'failed', code: 'login', message: grant.problem, isPerhapsDone: false } as const;
  return grant.kind === 'refused' ? { ...failure, status: 401 } : { ...failure, status: 503, afterMs: grant.afterMs };
}
