import { sign } from 'node:crypto';
import type { AppStoreCredentials } from './credentials.ts';
import { readPrivateKey } from './private-key.ts';

/** Apple takes at most 20 minutes. Source: Apple, "Generating tokens for API requests"; read 2026-11. */
const LIVES_SECONDS = 15 * 60;

/** A new one for each call: it is signed here, and costs no call. Empty when the key cannot sign. */
export function tokenOf({ issuerId, keyId, privateKey }: AppStoreCredentials, now: Date): string {
  const key = readPrivateKey(privateKey);
  if (!key) return '';
  const iat = Math.floor(now.getTime() / 1_000);
  const claims = { iss: issuerId, iat, exp: iat + LIVES_SECONDS, aud: 'appstoreconnect-v1' };
  const signed = `${part({ alg: 'ES256', kid: keyId, typ: 'JWT' })}.${part(claims)}`;
  // a JWT wants the two numbers side by side, OpenSSL gives them wrapped
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
