import { generateKeyPairSync } from 'node:crypto';
import { importSPKI, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { credentialForm } from './credentials.ts';
import { tokenOf } from './token.ts';

const keys = (namedCurve: string) =>
  generateKeyPairSync('ec', {
    namedCurve,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
const { privateKey, publicKey } = keys('P-256');
const now = new Date('2026-11-22T09:00:00Z');
const form = (file: string) => ({ issuerId: 'issuer', keyId: 'KEYID', privateKey: file, appId: '1234567890' });

it.each([
  { how: 'as the file has it', file: privateKey },
  { how: 'in one line', file: privateKey.replaceAll('\n', ' ') },
  { how: 'with its line ends written out', file: privateKey.replaceAll('\n', '\\n') },
])('signs a token that a library for tokens takes, with the key $how', async ({ file }) => {
  const parsed = credentialForm.parse(form(file));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const { payload, protectedHeader } = await jwtVerify(
    tokenOf(parsed.value, now),
    await importSPKI(publicKey, 'ES256'),
    { audience: 'appstoreconnect-v1', issuer: 'issuer', currentDate: now },
  );
  expect(protectedHeader).toEqual({ alg: 'ES256', kid: 'KEYID', typ: 'JWT' });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(20 * 60);
});

it.each([
  { what: 'words', file: 'my key' },
  { what: 'a public key', file: publicKey },
  { what: 'a key of another curve', file: keys('P-384').privateKey },
])('says what is wrong with $what', ({ file }) => {
  expect(credentialForm.parse(form(file))).toMatchObject({ ok: false, errors: [{ field: 'privateKey' }] });
});
