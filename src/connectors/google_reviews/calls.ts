import type { Google } from '../shared/google.ts';
import type { HttpCall } from '../shared/http.ts';
import type { RestAnswer, RestWords } from '../shared/rest.ts';
import type { GoogleReviewsCredentials } from './credentials.ts';

export const WORDS: RestWords = {
  name: 'Google',
  login: 'An owner or manager of the profile must consent again; enter the new refresh token in its settings.',
  reasons: { INVALID_ARGUMENT: 'other', UNAUTHENTICATED: 'needs_login' },
};

/** Reviews live in version 4 alone; the name of a location in an API that followed it. */
export interface GoogleHosts {
  readonly reviews: string;
  readonly information: string;
}
export const HOSTS: GoogleHosts = {
  reviews: 'https://mybusiness.googleapis.com/v4',
  information: 'https://mybusinessbusinessinformation.googleapis.com/v1',
};

export interface Calls {
  reviews(method: HttpCall['method'], path: string, body?: HttpCall['body']): Promise<RestAnswer>;
  information(path: string): Promise<RestAnswer>;
}

export function callsOf(
  google: Google<GoogleReviewsCredentials>,
  hosts: GoogleHosts,
  credentials: GoogleReviewsCredentials,
): Calls {
  const { accountId, locationId } = credentials;
  const place = `${hosts.reviews}/accounts/${accountId}/locations/${locationId}`;
  return {
    reviews: (method, path, body) =>
      google(credentials, { method, url: `${place}/reviews${path}`, ...(body ? { body } : {}) }),
    information: (path) => google(credentials, { method: 'GET', url: `${hosts.information}/${path}` }),
  };
}

export const tokenForm = ({ clientId, clientSecret, refreshToken }: GoogleReviewsCredentials) => ({
  grant_type: 'refresh_token',
  client_id: clientId,
  client_secret: clientSecret,
  refresh_token: refreshToken,
});
