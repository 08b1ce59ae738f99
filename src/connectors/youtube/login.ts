import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type AccessTokens, createAccessTokens, type Grant } from '../shared/access-tokens.ts';
import { type Http, retryAfterMs } from '../shared/http.ts';
import { lenient } from '../shared/shapes.ts';
import type { YouTubeCredentials } from './credentials.ts';

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
/** `refresh_token_expires_in`: only where the consent itself ends, as while the app is in testing. Seconds. */
export const GrantFacts = z.object({
  scope: lenient(z.string()),
  refresh_token_expires_in: lenient(z.coerce.number().positive()),
});
const Refused = z.object({ error: z.string(), error_description: lenient(z.string()) });

const WAIT_MS = 30_000;
const PROBLEMS: Readonly<Record<string, string>> = {
  invalid_grant: 'Google does not accept the refresh token any more: it ended, or the owner took the permission back.',
  invalid_client: 'Google does not know this client ID with this client secret.',
  unauthorized_client: 'The refresh token was given to another OAuth client than this one.',
};

/** Access tokens live an hour and are kept in memory only. */
export function createLogin(http: Http, tokenUrl: string, now: () => Date): AccessTokens<YouTubeCredentials> {
  async function ask({ clientId, clientSecret, refreshToken }: YouTubeCredentials): Promise<Grant> {
    const body = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
      grant_type: 'refresh_token',
    });
    const answer = await http({ method: 'POST', url: tokenUrl, body });
    if (answer.kind === 'lost') return { kind: 'later', problem: answer.detail, afterMs: WAIT_MS };
    const granted = Granted.safeParse(answer.json);
    if (answer.status === 200 && granted.success) {
      const { access_token: token, expires_in: seconds } = granted.data;
      return { kind: 'granted', token, endsAt: new Date(now().getTime() + seconds * 1_000), body: answer.json };
    }
    const error = Refused.safeParse(answer.json).data;
    if (error && answer.status < 500 && answer.status !== 429)
      return {
        kind: 'refused',
        problem:
          (Object.hasOwn(PROBLEMS, error.error) ? PROBLEMS[error.error] : undefined) ??
          `Google refuses the login: ${error.error_description ?? error.error}`,
      };
    const afterMs = retryAfterMs(answer.headers, now()) ?? WAIT_MS;
    return { kind: 'later', problem: `Google gave no access token (HTTP ${answer.status}).`, afterMs };
  }

  // hashed, so that no secret lies about as a key
  const keyOf = ({ clientId, clientSecret, refreshToken }: YouTubeCredentials) =>
    createHash('sha256')
      .update(JSON.stringify([clientId, clientSecret, refreshToken]))
      .digest('base64');
  return createAccessTokens(ask, keyOf, now);
}
