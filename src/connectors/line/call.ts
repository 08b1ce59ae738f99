import { z } from 'zod';
import type { Grant } from '../shared/access-tokens.ts';
import { type HttpOptions, openHttp, retryAfterMs } from '../shared/http.ts';
import type { LineCredentials } from './credentials.ts';
import { openTokens } from './tokens.ts';

const API_URL = 'https://api.line.me';
/** What people sent lies on a host of its own. */
const DATA_URL = 'https://api-data.line.me';

export interface LineOptions extends Omit<HttpOptions, 'name'> {
  /** Stands for both hosts. */
  readonly baseUrl?: string;
  /** Decides when a token ends; the machine's clock when absent. */
  readonly now?: () => Date;
}

export interface LineCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** `/v2/bot/info` */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** A UUID: LINE carries out what comes under one of them once. */
  readonly retryKey?: string;
  readonly isData?: boolean;
}

export type LineAnswer =
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown }
  | LineError
  /** No answer, or a server's own failure. `isSent` is false only when the request certainly never left. */
  | { readonly kind: 'lost'; readonly isSent: boolean; readonly detail: string };
export type LineFailure = Exclude<LineAnswer, { kind: 'ok' }>;
export interface LineError {
  readonly kind: 'error';
  readonly status: number;
  readonly message: string;
  /** What of the request was wrong, by the part of it. */
  readonly details: readonly string[];
  readonly waitMs: number | undefined;
  readonly body: unknown;
}

/** One way to the Messaging API. Never throws. */
export interface Line {
  call(call: LineCall, credentials: LineCredentials): Promise<LineAnswer>;
  /** Where something lies, with the token that opens it. */
  place(path: string, credentials: LineCredentials): Promise<Placed | LineFailure>;
}
export interface Placed {
  readonly kind: 'placed';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const ErrorBody = z.object({
  message: z.string().catch(''),
  details: z
    .array(z.object({ message: z.string().catch(''), property: z.string().catch('') }))
    .optional()
    .catch(undefined),
});

export function openLine({ baseUrl, now = () => new Date(), ...options }: LineOptions = {}): Line {
  const http = openHttp({ name: 'LINE', ...options });
  const api = (baseUrl ?? API_URL).replace(/\/+$/, '');
  const data = (baseUrl ?? DATA_URL).replace(/\/+$/, '');
  const tokens = openTokens(http, api, now);

  /** Nothing of the call itself has left the house while there is no token. */
  const noToken = (grant: Exclude<Grant, { kind: 'granted' }>): LineFailure =>
    grant.kind === 'later' ? { kind: 'lost', isSent: false, detail: grant.problem } : failure(401, grant.problem);

  async function once({ method, path, body, retryKey, isData }: LineCall, token: string): Promise<LineAnswer> {
    const answer = await http({
      method,
      url: `${isData ? data : api}${path}`,
      headers: { authorization: `Bearer ${token}`, ...(retryKey ? { 'x-line-retry-key': retryKey } : {}) },
      ...(body ? { body } : {}),
    });
    if (answer.kind === 'lost') return answer;
    const { status, json, headers } = answer;
    if (status >= 200 && status < 300) return { kind: 'ok', status, body: json };
    if (status >= 500) return { kind: 'lost', isSent: true, detail: `LINE answered ${status}.` };
    const said = ErrorBody.safeParse(json).data;
    const details = (said?.details ?? []).map(({ message, property }) => `${property}: ${message}`);
    return { ...failure(status, said?.message ?? ''), details, waitMs: retryAfterMs(headers, now()), body: json };
  }

  return {
    async call(call, credentials) {
      const first = await tokens.open(credentials);
      if (first.kind !== 'granted') return noToken(first);
      const answer = await once(call, first.token);
      if (answer.kind !== 'error' || answer.status !== 401) return answer;
      // A token may end before its time; what got a 401 was not carried out.
      const second = await tokens.renew(credentials, first.token);
      return second.kind === 'granted' ? once(call, second.token) : noToken(second);
    },
    async place(path, credentials) {
      const grant = await tokens.open(credentials);
      return grant.kind === 'granted'
        ? { kind: 'placed', url: `${data}${path}`, headers: { authorization: `Bearer ${grant.token}` } }
        : noToken(grant);
    },
  };
}

const failure = (status: number, message: string): LineError => ({
  kind: 'error',
  status,
  message,
  details: [],
  waitMs: undefined,
  body: undefined,
});
