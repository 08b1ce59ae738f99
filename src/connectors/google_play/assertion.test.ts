import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, importSPKI, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { assertionForm } from './assertion.ts';
import { credentialForm } from './credentials.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const serviceAccount = JSON.stringify({ client_email: 'care@example.com', private_key: privateKey });
const now = new Date('2026-11-22T09:00:00Z');

it('signs an assertion that a library for tokens takes', async () => {
  const { assertion } = assertionForm({ packageName: 'a.b', serviceAccount }, 'https://door.test/token', now);
  const key = await importSPKI(publicKey, 'RS256');
  await jwtVerify(assertion, key, {
    audience: 'https://door.test/token',
    issuer: 'care@example.com',
    currentDate: now,
  });
  expect(decodeJwt(assertion)).toMatchObject({ scope: 'https://www.googleapis.com/auth/androidpublisher' });
});

it.each([
  { what: 'words', file: 'my key' },
  { what: 'another JSON', file: '{"type":"authorized_user"}' },
  { what: 'a broken key', file: serviceAccount.replace('MII', 'XXX') },
])('says what is wrong with $what in place of the key file', ({ file }) => {
  const result = credentialForm.parse({ packageName: 'com.example.kettle', serviceAccount: file });
  expect(result).toMatchObject({ ok: false, errors: [{ field: 'serviceAccount' }] });
});
