import type { Connector } from '../../core/channel/connector.ts';
import { GOOGLE_TOKEN_URL, openGoogle } from '../shared/google.ts';
import { openHttp } from '../shared/http.ts';
import { refused } from '../shared/refused.ts';
import { findReviewAct, sendReviewAct } from '../shared/reviews/send.ts';
import { assertionForm } from './assertion.ts';
import { capabilities } from './capabilities.ts';
import { checkApp } from './check.ts';
import { credentialForm, type GooglePlayCredentials } from './credentials.ts';
import { type Call, deskOf } from './desk.ts';
import { parse } from './parse.ts';
import { createSource } from './source.ts';

const API = 'https://androidpublisher.googleapis.com';

export interface GooglePlayOptions {
  /** A simulated network that speaks for both hosts of Google. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** Reviews of one app on Google Play. */
export function createGooglePlay({
  baseUrl,
  now = () => new Date(),
  ...options
}: GooglePlayOptions = {}): Connector<GooglePlayCredentials> {
  const tokenUrl = baseUrl ? `${baseUrl}/token` : GOOGLE_TOKEN_URL;
  const google = openGoogle<GooglePlayCredentials>({
    name: 'Google Play',
    http: openHttp({ name: 'Google Play', ...options }),
    now,
    tokenUrl,
    form: (credentials) => assertionForm(credentials, tokenUrl, now()),
    secret: ({ serviceAccount }) => serviceAccount,
  });
  const made = new Map<string, string>();
  const callOf = (credentials: GooglePlayCredentials): Call => {
    const reviews = `${baseUrl ?? API}/androidpublisher/v3/applications/${credentials.packageName}/reviews`;
    return (method, path, body) => google(credentials, { method, url: `${reviews}${path}`, ...(body ? { body } : {}) });
  };

  return {
    channel: 'google_play',
    name: 'Google Play',
    mark: 'P',
    capabilities,
    proof: {
      kind: 'published_schema',
      by: "Google's published reference of the Play Developer API v3, which the simulator follows; jose judges the signed assertion.",
    },
    credentials: credentialForm,
    check: (credentials) => checkApp(callOf(credentials), credentials.packageName),
    parse,
    send: async (act, credentials, account) =>
      account === credentials.packageName
        ? sendReviewAct(deskOf(callOf(credentials), made), act)
        : refused('needs_login', 'The credentials of this inbox open another app.'),
    find: (act, credentials) => findReviewAct(deskOf(callOf(credentials), made), act),
    source: createSource(callOf, made, now),
  };
}
