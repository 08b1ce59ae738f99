import { z } from 'zod';
import { type AccessTokens, createAccessTokens, type Grant } from '../shared/access-tokens.ts';
import type { Http } from '../shared/http.ts';
import { readAnswer } from './api.ts';
import { percent } from './oauth1.ts';

/** The keys of an app, without those of an account. */
export interface AppKeys {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** X gives no end of an app's token; one that it takes no more is asked for anew. */
const YEAR_MS = 365 * 86_400_000;
const Token = z.looseObject({ token_type: z.literal('bearer'), access_token: z.string().min(1) });

export const appKeyOf = ({ apiKey, apiSecret }: AppKeys): string => `${apiKey} ${apiSecret}`;

/** Tokens with which an app asks for itself, kept in memory. Source: X docs, "OAuth 2.0 app only", as of 2026-08. */
export function createAppTokens(http: Http, baseUrl: string, now: () => Date): AccessTokens<AppKeys> {
  async function ask({ apiKey, apiSecret }: AppKeys): Promise<Grant> {
    const basic = Buffer.from(`${percent(apiKey)}:${percent(apiSecret)}`).toString('base64');
    const url = `${baseUrl}/oauth2/token`;
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    const answer = await http({ method: 'POST', url, headers: { authorization: `Basic ${basic}` }, body });
    const read = readAnswer(answer, now());
    if (!read.ok) {
      const isRefused = read.status >= 400 && read.status < 500 && read.status !== 429 && read.status !== 408;
      if (isRefused) return { kind: 'refused', problem: read.detail };
      return { kind: 'later', problem: read.detail, afterMs: read.status === 429 ? (read.afterMs ?? 0) : 0 };
    }
    const given = Token.safeParse(read.body).data;
    if (!given) return { kind: 'later', problem: 'X gave no token for the app.', afterMs: 0 };
    return {
      kind: 'granted',
      token: given.access_token,
      endsAt: new Date(now().getTime() + YEAR_MS),
      body: read.body,
    };
  }
  return createAccessTokens(ask, appKeyOf, now);
}
