import { createGoogleReviews } from '../../src/connectors/google_reviews/index.ts';
import { startGoogleReviews } from '../../src/simulators/google_reviews/index.ts';
import { steppingClock } from './lab.ts';
import { REVIEW_KINDS, reviewsWorld } from './reviews-world.ts';

export const credentials = {
  clientId: '1234567890-harbor.apps.googleusercontent.com',
  clientSecret: 'harbor-client-secret',
  refreshToken: '1//0gHarborRefresh',
  accountId: '106700000000000000001',
  locationId: '12000000000000000001',
};

export async function openGoogleReviews() {
  const clock = steppingClock();
  const { clientId, clientSecret, refreshToken, accountId, locationId } = credentials;
  const simulator = await startGoogleReviews({
    seed: 7,
    now: clock.now,
    client: { clientId, clientSecret, refreshToken },
    accountId,
    locationId,
    title: 'Lindqvist Outdoor, Harbor Street',
  });
  const connector = createGoogleReviews({ baseUrl: simulator.url, now: clock.now, timeoutMs: 5_000 });
  const world = await reviewsWorld({
    connector,
    credentials,
    refusedCredentials: { ...credentials, refreshToken: '1//0gOfSomebodyElse' },
    account: locationId,
    simulator,
    kinds: {
      ...REVIEW_KINDS,
      answer_rejected: ['message', 'edit', 'delivery'],
      stars_only_of_somebody_without_a_name: ['message'],
      unknown_review_of_another_location: ['ignored'],
      unknown_review_without_time: ['ignored'],
    },
  });
  return { clock, simulator, connector, world };
}
