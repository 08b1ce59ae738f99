import { sign } from 'node:crypto';
import { type GooglePlayCredentials, readKey } from './credentials.ts';

const SCOPE = 'https://www.googleapis.com/auth/androidpublisher';
const LIVES_SECONDS = 3_600;

/** What a service account shows for a token. Source: Google, "Using OAuth 2.0 for server to server applications". */
export function assertionForm({ serviceAccount }: GooglePlayCredentials, audience: string, now: Date) {
  const key = readKey(serviceAccount);
  const iat = Math.floor(now.getTime() / 1_000);
  const claims = { iss: key?.client_email ?? '', scope: SCOPE, aud: audience, iat, exp: iat + LIVES_SECONDS };
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  const signature = key ? sign('RSA-SHA256', Buffer.from(signed), key.private_key).toString('base64url') : '';
  return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: `${signed}.${signature}` };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
