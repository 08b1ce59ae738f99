import type { Connector } from '../../core/channel/connector.ts';
import { GOOGLE_TOKEN_URL, openGoogle } from '../shared/google.ts';
import { openHttp } from '../shared/http.ts';
import { refused } from '../shared/refused.ts';
import { findReviewAct, sendReviewAct } from '../shared/reviews/send.ts';
import { callsOf as callsWith, HOSTS, tokenForm } from './calls.ts';
import { capabilities } from './capabilities.ts';
import { checkAccount } from './check.ts';
import { credentialForm, type GoogleReviewsCredentials } from './credentials.ts';
import { deskOf } from './desk.ts';
import { parse } from './parse.ts';
import { createSource } from './source.ts';

export interface GoogleReviewsOptions {
  /** A simulated network that speaks for all three hosts of Google. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

/** Reviews of one location of a Google Business Profile. */
export function createGoogleReviews({
  baseUrl,
  now = () => new Date(),
  ...options
}: GoogleReviewsOptions = {}): Connector<GoogleReviewsCredentials> {
  const http = openHttp({ name: 'Google', ...options });
  const google = openGoogle<GoogleReviewsCredentials>({
    name: 'Google',
    http,
    now,
    tokenUrl: baseUrl ? `${baseUrl}/token` : GOOGLE_TOKEN_URL,
    form: tokenForm,
    secret: (credentials) => JSON.stringify(tokenForm(credentials)),
  });
  const hosts = baseUrl ? { reviews: `${baseUrl}/v4`, information: `${baseUrl}/v1` } : HOSTS;
  const callsOf = (credentials: GoogleReviewsCredentials) => callsWith(google, hosts, credentials);
  const made = new Map<string, string>();
  const desk = (credentials: GoogleReviewsCredentials) => deskOf(callsOf(credentials), credentials.locationId, made);

  return {
    channel: 'google_reviews',
    name: 'Google reviews',
    mark: 'G',
    capabilities,
    proof: {
      kind: 'published_schema',
      by: "Google's published reference of the Business Profile API v4, which the simulator follows, and google-auth-library as a caller of its token door.",
    },
    credentials: credentialForm,
    check: (credentials) => checkAccount(callsOf(credentials), credentials),
    parse,
    send: async (act, credentials, account) =>
      account === credentials.locationId
        ? sendReviewAct(desk(credentials), act)
        : refused('needs_login', 'The credentials of this inbox open another location.'),
    find: (act, credentials) => findReviewAct(desk(credentials), act),
    source: createSource(callsOf, made, now),
  };
}
