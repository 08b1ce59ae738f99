import { verify } from 'node:crypto';
import { type Call, Refused, type Reply } from './serve.ts';

export interface GoogleClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}
export interface GoogleServiceAccount {
  readonly email: string;
  /** PEM, of the key pair whose private half the account's file holds. */
  readonly publicKey: string;
  readonly scope: string;
}
export interface GoogleLogin {
  /** `POST /token` as Google's own door answers it. */
  token(call: Call): Reply;
  /** Throws what Google answers when the call brings no good token. */
  authorize(call: Call): void;
}

const TOKEN_MS = 3_599_000;
export const googleError = (code: number, status: string, message: string) =>
  new Refused(code, { error: { code, message, status } });
const doorError = (error: string, error_description: string, status = 400) =>
  new Refused(status, { error, error_description });

/** Google's door for tokens. Source: Google, "Using OAuth 2.0 for web server applications" and "…for service accounts". */
export function openGoogleLogin(
  who: { readonly client: GoogleClient } | { readonly service: GoogleServiceAccount; readonly audience: () => string },
  now: () => Date,
  isRevoked: () => boolean,
): GoogleLogin {
  const tokens = new Map<string, number>();
  let count = 0;
  return {
    token(call) {
      if (call.method !== 'POST') throw doorError('invalid_request', 'Bad Request');
      const form = new URLSearchParams(call.bytes.toString('utf8'));
      if ('client' in who) checkClient(form, who.client);
      else checkAssertion(form, who.service, who.audience(), now());
      if (isRevoked()) throw doorError('invalid_grant', 'Token has been expired or revoked.');
      const token = `ya29.simulated-${++count}`;
      tokens.set(token, now().getTime() + TOKEN_MS);
      return { status: 200, body: { access_token: token, expires_in: TOKEN_MS / 1_000, token_type: 'Bearer' } };
    },
    authorize({ headers }) {
      const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
      if (isRevoked() || (tokens.get(token) ?? 0) < now().getTime())
        throw googleError(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
    },
  };
}

function checkClient(form: URLSearchParams, { clientId, clientSecret, refreshToken }: GoogleClient): void {
  if (form.get('grant_type') !== 'refresh_token') throw doorError('unsupported_grant_type', 'Invalid grant_type');
  if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret)
    throw doorError('invalid_client', 'The OAuth client was not found.', 401);
  if (form.get('refresh_token') !== refreshToken) throw doorError('invalid_grant', 'Bad Request');
}

function checkAssertion(form: URLSearchParams, service: GoogleServiceAccount, audience: string, now: Date): void {
  if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer')
    throw doorError('unsupported_grant_type', 'Invalid grant_type');
  const [head = '', body = '', signature = ''] = (form.get('assertion') ?? '').split('.');
  const claims = jsonOf(body);
  const seconds = Math.floor(now.getTime() / 1_000);
  const isSigned =
    jsonOf(head).alg === 'RS256' &&
    verify('RSA-SHA256', Buffer.from(`${head}.${body}`), service.publicKey, Buffer.from(signature, 'base64url'));
  if (!isSigned || claims.iss !== service.email) throw doorError('invalid_grant', 'Invalid JWT Signature.');
  if (claims.aud !== audience) throw doorError('invalid_grant', 'Failed audience check.');
  if (claims.scope !== service.scope) throw doorError('invalid_scope', 'Invalid OAuth scope or ID token audience.');
  const { iat, exp } = claims;
  const isFresh = typeof iat === 'number' && typeof exp === 'number' && iat <= seconds + 600 && exp > seconds - 600;
  if (!isFresh || exp - iat > 3_600)
    throw doorError('invalid_grant', 'Invalid JWT: Token must be a short-lived token (60 minutes).');
}

function jsonOf(part: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
