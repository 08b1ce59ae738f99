import { OAuth1Helper } from 'twitter-api-v2/dist/cjs/client-mixins/oauth1.helper.js';
import { expect, it, vi } from 'vitest';
import { authorization, percent } from './oauth1.ts';

const keys = {
  apiKey: 'xvz1evFS4wEEPTGEFPHBog',
  apiSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
  accessToken: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
  accessSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
};
const once = { nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg', timestamp: 1318622958 };

it('signs the example of the documentation', () => {
  // there the status is a form field; to the signature it is a parameter like those of the address
  const url = new URL('https://api.twitter.com/1.1/statuses/update.json?include_entities=true');
  url.searchParams.set('status', 'Hello Ladies + Gentlemen, a signed OAuth request!');
  expect(authorization('post', url, keys, once)).toContain('oauth_signature="hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D"');
});

it.each([
  'https://api.x.com/2/users/me',
  'https://api.x.com/2/tweets/search/recent?query=(kettle%20OR%20%23k%C3%A4ttle)%20-is%3Aretweet&max_results=10',
  "https://api.x.com/2/tweets/search/recent?query=it's!*~_-.%20%F0%9F%98%8A&expansions=author_id,attachments.media_keys",
])('signs %s as twitter-api-v2 does', (address) => {
  const helper = new OAuth1Helper({ consumerKeys: { key: keys.apiKey, secret: keys.apiSecret } });
  vi.spyOn(helper, 'getNonce').mockReturnValue(once.nonce);
  vi.spyOn(helper, 'getTimestamp').mockReturnValue(once.timestamp);
  const wanted = helper.authorize(
    { url: address, method: 'GET', data: {} },
    { key: keys.accessToken, secret: keys.accessSecret },
  );
  expect(authorization('GET', new URL(address), keys, once)).toContain(
    `oauth_signature="${percent(String(wanted.oauth_signature))}"`,
  );
});
