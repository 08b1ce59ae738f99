import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type AccessTokens, createAccessTokens, type Grant } from '../shared/access-tokens.ts';
import { type Http, retryAfterMs } from '../shared/http.ts';
import { lenient } from '../shared/shapes.ts';
import type { RedditCredentials } from './credentials.ts';

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
export const GrantFacts = z.object({ scope: lenient(z.string()) });
/** `error` is a word, or the HTTP status again. */
const Refused = z.object({ error: z.union([z.string(), z.number()]).transform(String) });

const WAIT_MS = 30_000;

/** Reddit shuts out programs that do not say who they are and whose. */
export const userAgentOf = ({ clientId, username }: RedditCredentials): string =>
  `server:earshot.${clientId.replaceAll(/[^\w-]/g, '')}:v1 (by /u/${username})`;

/** Access tokens live a day and are kept in memory only; the refresh token stays as it is. */
export function createLogin(http: Http, tokenUrl: string, now: () => Date): AccessTokens<RedditCredentials> {
  async function ask(credentials: RedditCredentials): Promise<Grant> {
    const { clientId, clientSecret, refreshToken } = credentials;
    const answer = await http({
      method: 'POST',
      url: tokenUrl,
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'user-agent': userAgentOf(credentials),
      },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    });
    if (answer.kind === 'lost') return { kind: 'later', problem: answer.detail, afterMs: WAIT_MS };
    const granted = Granted.safeParse(answer.json);
    if (answer.status === 200 && granted.success) {
      const { access_token: token, expires_in: seconds } = granted.data;
      return { kind: 'granted', token, endsAt: new Date(now().getTime() + seconds * 1_000), body: answer.json };
    }
    if (answer.status === 401)
      return { kind: 'refused', problem: 'Reddit does not know this client ID with this secret.' };
    // a refused token is at times answered with status 200
    const error = Refused.safeParse(answer.json).data?.error;
    if (error !== undefined && (answer.status === 200 || answer.status === 400))
      return {
        kind: 'refused',
        problem:
          error === 'invalid_grant' || error === '400'
            ? 'Reddit does not accept the refresh token any more: the account took the permission back.'
            : `Reddit refuses the login: ${error}.`,
      };
    if (answer.status === 403)
      return { kind: 'refused', problem: 'Reddit does not let this app in. It may not be approved, or not any more.' };
    const afterMs = retryAfterMs(answer.headers, now()) ?? WAIT_MS;
    return { kind: 'later', problem: `Reddit gave no access token (HTTP ${answer.status}).`, afterMs };
  }

  // hashed, so that no secret lies about as a key
  const keyOf = ({ clientId, clientSecret, refreshToken }: RedditCredentials) =>
    createHash('sha256')
      .update(JSON.stringify([clientId, clientSecret, refreshToken]))
      .digest('base64');
  return createAccessTokens(ask, keyOf, now);
}
