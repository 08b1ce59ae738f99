import type { AccessTokens, Grant } from '../shared/access-tokens.ts';
import type { Http } from '../shared/http.ts';
import { type ApiAnswer, readAnswer } from './api.ts';
import type { AppKeys } from './app-tokens.ts';
import { type StreamFailure, streamFailureOf } from './stream-pauses.ts';

/** Why something of the stream did not work, and how long the network asks to be left alone at least, in milliseconds. */
export interface Hitch {
  readonly failure: StreamFailure;
  readonly afterMs?: number | undefined;
  /** What X said of the keys, where it gave no token for them. */
  readonly problem?: string | undefined;
}
export const isHitch = (value: object): value is Hitch => 'failure' in value;
/** The end of the quarter of an hour stands in every answer; it is what to wait for only when its calls are used up. */
export function hitchOf(read: ApiAnswer & { readonly ok: false }): Hitch {
  const failure = streamFailureOf(read);
  return failure === 'slow' ? { failure, afterMs: read.afterMs } : { failure };
}

/** Asks with the token of the app; with another one, once, when X takes it no more. */
export async function asApp<Answer>(
  tokens: AccessTokens<AppKeys>,
  keys: AppKeys,
  ask: (token: string) => Promise<Answer>,
  isRefused: (answer: Answer) => boolean,
): Promise<Answer | Hitch> {
  const first = await tokens.open(keys);
  if (first.kind !== 'granted') return noToken(first);
  const answer = await ask(first.token);
  if (!isRefused(answer)) return answer;
  const second = await tokens.renew(keys, first.token);
  if (second.kind !== 'granted') return noToken(second);
  return second.token === first.token ? answer : ask(second.token);
}

const noToken = (grant: Exclude<Grant, { readonly kind: 'granted' }>): Hitch => ({
  failure: grant.kind === 'refused' ? 'keys' : 'http',
  problem: grant.problem,
  ...(grant.kind === 'later' ? { afterMs: grant.afterMs } : {}),
});

export interface AppAnswer {
  readonly read: ApiAnswer;
  /** Of a refusal too: it says which part was refused. */
  readonly json: unknown;
}
export type AppCall = (method: 'GET' | 'POST', path: string, body?: object) => Promise<AppAnswer | Hitch>;

/** X's API v2 as one app. */
export function openAppApi(
  { http, baseUrl, now }: { readonly http: Http; readonly baseUrl: string; readonly now: () => Date },
  tokens: AccessTokens<AppKeys>,
  keys: AppKeys,
): AppCall {
  return (method, path, body) =>
    asApp(
      tokens,
      keys,
      async (token): Promise<AppAnswer> => {
        const headers = { authorization: `Bearer ${token}` };
        const answer = await http({
          method,
          url: `${baseUrl}${path}`,
          headers,
          ...(body ? { body: { ...body } } : {}),
        });
        return { read: readAnswer(answer, now()), json: answer.kind === 'answered' ? answer.json : undefined };
      },
      ({ read }) => !read.ok && read.status === 401,
    );
}
