import { generateKeyPairSync } from 'node:crypto';
import { createGooglePlay } from '../../src/connectors/google_play/index.ts';
import { startGooglePlay } from '../../src/simulators/google_play/index.ts';
import { steppingClock } from './lab.ts';
import { REVIEW_KINDS, reviewsWorld } from './reviews-world.ts';

export const EMAIL = 'earshot@harbor-play.iam.gserviceaccount.com';
const PACKAGE = 'test.lindqvist.trails';
const SCOPE = 'https://www.googleapis.com/auth/androidpublisher';
const newKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
const fileOf = (privateKey: string) =>
  JSON.stringify({ type: 'service_account', client_email: EMAIL, private_key: privateKey });

export async function openGooglePlay() {
  const clock = steppingClock();
  const keys = newKeys();
  const service = { email: EMAIL, publicKey: keys.publicKey, scope: SCOPE };
  const simulator = await startGooglePlay({ seed: 7, now: clock.now, service, packageName: PACKAGE });
  const connector = createGooglePlay({ baseUrl: simulator.url, now: clock.now, timeoutMs: 5_000 });
  const credentials = { packageName: PACKAGE, serviceAccount: fileOf(keys.privateKey) };
  const { review_gone: _, ...kinds } = REVIEW_KINDS;
  const world = await reviewsWorld({
    connector,
    credentials,
    refusedCredentials: { ...credentials, serviceAccount: fileOf(newKeys().privateKey) },
    account: PACKAGE,
    simulator,
    kinds: { ...kinds, unknown_review_without_words: ['ignored'] },
  });
  return { clock, simulator, connector, credentials, keys, world };
}
