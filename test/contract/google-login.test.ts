import { OAuth2Client } from 'google-auth-library';
import { expect, it } from 'vitest';
import { credentials, openGoogleReviews } from './google_reviews-world.ts';
import { review } from './reviews-world.ts';

// The vendor's own client as a caller: what it sends must be understood, and it must take what is answered.
it('gives a refresh token of an OAuth client its access token, and the reviews behind it', async () => {
  const { simulator, world } = await openGoogleReviews();
  await review(world, 'Seen by their own client');
  const client = new OAuth2Client({
    clientId: credentials.clientId,
    clientSecret: credentials.clientSecret,
    endpoints: { oauth2TokenUrl: `${simulator.url}/token` },
  });
  client.setCredentials({ refresh_token: credentials.refreshToken });
  const place = `accounts/${credentials.accountId}/locations/${credentials.locationId}`;
  const { data } = await client.request({ url: `${simulator.url}/v4/${place}/reviews?pageSize=50` });
  expect(data).toMatchObject({ reviews: [{ comment: 'Seen by their own client', starRating: 'TWO' }] });
  world.network.faults.isTokenRevoked = true;
  const stale = new OAuth2Client({
    clientId: credentials.clientId,
    clientSecret: credentials.clientSecret,
    endpoints: { oauth2TokenUrl: `${simulator.url}/token` },
  });
  stale.setCredentials({ refresh_token: credentials.refreshToken });
  await expect(stale.getAccessToken()).rejects.toThrow('invalid_grant');
  await world.close();
});
