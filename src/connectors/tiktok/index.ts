import type { Connector } from '../../core/channel/connector.ts';
import { openHttp } from '../shared/http.ts';
import { refused } from '../shared/refused.ts';
import { API, callApp, callsOf as callsWith, openLogin } from './calls.ts';
import { capabilities } from './capabilities.ts';
import { checkAccount, subscribe } from './check.ts';
import { credentialForm, type TikTokCredentials } from './credentials.ts';
import { findAct } from './find.ts';
import { parse } from './parse.ts';
import { sendAct } from './send.ts';
import { webhookAt } from './signature.ts';
import { createSource } from './source.ts';

export interface TikTokOptions {
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** Comments on the videos of one business account. */
export function createTikTok({
  baseUrl = API,
  now = () => new Date(),
  ...options
}: TikTokOptions = {}): Connector<TikTokCredentials> {
  const parts = { http: openHttp({ name: 'TikTok', ...options }), base: baseUrl, now };
  const login = openLogin(parts);
  const callsOf = (credentials: TikTokCredentials) => callsWith(parts, login, credentials);

  return {
    channel: 'tiktok',
    name: 'TikTok',
    mark: 'TT',
    capabilities,
    proof: { kind: 'sheet', by: "TikTok's documentation of the API for Business, in part from memory of it." },
    credentials: credentialForm,
    check: (credentials) => checkAccount(callsOf(credentials), credentials),
    renew: async (credentials) => {
      const refreshToken = login.latest(credentials);
      return refreshToken === credentials.refreshToken
        ? null
        : { credentials: { ...credentials, refreshToken }, expiresAt: null };
    },
    parse,
    send: async (act, credentials, account) =>
      account === credentials.businessId
        ? sendAct(callsOf(credentials), act)
        : refused('needs_login', 'The credentials of this inbox open another account.'),
    find: (act, credentials) => findAct(callsOf(credentials), act),
    webhook: webhookAt(now),
    source: createSource(callsOf, now),
    connect: (credentials, _account, callbackUrl) =>
      subscribe((path, body) => callApp(parts, path, body), credentials, callbackUrl),
  };
}
