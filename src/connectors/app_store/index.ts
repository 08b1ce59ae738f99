import type { Connector } from '../../core/channel/connector.ts';
import { openHttp } from '../shared/http.ts';
import { refused } from '../shared/refused.ts';
import { findReviewAct, sendReviewAct } from '../shared/reviews/send.ts';
import { API, callOf as callWith } from './calls.ts';
import { capabilities } from './capabilities.ts';
import { checkApp } from './check.ts';
import { type AppStoreCredentials, credentialForm } from './credentials.ts';
import { deskOf } from './desk.ts';
import { parse } from './parse.ts';
import { createSource } from './source.ts';

export interface AppStoreOptions {
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** Customer reviews of one app in the App Store. */
export function createAppStore({
  baseUrl = API,
  now = () => new Date(),
  ...options
}: AppStoreOptions = {}): Connector<AppStoreCredentials> {
  const http = openHttp({ name: 'The App Store', ...options });
  const callOf = (credentials: AppStoreCredentials) => callWith(http, baseUrl, credentials, now);
  const made = new Map<string, string>();

  return {
    channel: 'app_store',
    name: 'App Store',
    mark: 'A',
    capabilities,
    proof: {
      kind: 'sheet',
      by: "Apple's documentation; jose checks the tokens that the connector signs.",
    },
    credentials: credentialForm,
    check: (credentials) => checkApp(callOf(credentials), credentials.appId),
    parse,
    send: async (act, credentials, account) =>
      account === credentials.appId
        ? sendReviewAct(deskOf(callOf(credentials), made), act)
        : refused('needs_login', 'The credentials of this inbox open another app.'),
    find: (act, credentials) => findReviewAct(deskOf(callOf(credentials), made), act),
    source: createSource(callOf, made, now),
  };
}
