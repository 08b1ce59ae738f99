import { generateKeyPairSync } from 'node:crypto';
import { createAppStore } from '../../src/connectors/app_store/index.ts';
import { startAppStore } from '../../src/simulators/app_store/index.ts';
import { steppingClock } from './lab.ts';
import { REVIEW_KINDS, reviewsWorld } from './reviews-world.ts';

export const ISSUER = '57246542-96fe-1a63-e053-0824d011072a';
export const KEY = '2X9R4HXF34';
const APP = '1234567890';
const newKeys = () =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });

export async function openAppStore() {
  const clock = steppingClock();
  const keys = newKeys();
  const simulator = await startAppStore({
    seed: 7,
    now: clock.now,
    issuerId: ISSUER,
    keyId: KEY,
    publicKey: keys.publicKey,
    appId: APP,
    appName: 'Lindqvist Trails',
  });
  const connector = createAppStore({ baseUrl: simulator.url, now: clock.now, timeoutMs: 5_000 });
  const credentials = { issuerId: ISSUER, keyId: KEY, privateKey: keys.privateKey.trim(), appId: APP };
  const world = await reviewsWorld({
    connector,
    credentials,
    refusedCredentials: { ...credentials, privateKey: newKeys().privateKey.trim() },
    account: APP,
    simulator,
    kinds: { ...REVIEW_KINDS, unknown_review_without_time: ['ignored'] },
  });
  return { clock, simulator, connector, credentials, keys, world };
}
