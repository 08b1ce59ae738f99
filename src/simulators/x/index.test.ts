import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Persona } from '../network.ts';
import { startX, type XNetwork } from './index.ts';

const ida: Persona = { id: 'ida', name: 'Ida', handle: 'ida', email: 'ida@customers.test', language: 'sv' };
let network: XNetwork;
beforeEach(async () => {
  ({ network } = await startX({
    seed: 2,
    brand: { id: '700000000000000001', username: 'KettleCo', posts: ['Hello'] },
  }));
});
afterEach(() => network.close());

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!*'()]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
/** Signed by hand, after RFC 5849. */
function signed(path: string, change: Record<string, string> = {}) {
  const { apiKey, apiSecret, accessToken, accessSecret } = network.keys;
  const own: Record<string, string> = {
    oauth_consumer_key: apiKey,
    oauth_nonce: `nonce${Math.random()}`,
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(Math.floor(Date.now() / 1_000)),
    oauth_token: accessToken,
    oauth_version: '1.0',
    ...change,
  };
  const url = new URL(`${network.url}${path}`);
  const pairs = [...Object.entries(own), ...url.searchParams].map(
    ([name, value]) => `${encode(name)}=${encode(value)}`,
  );
  const base = `GET&${encode(`${url.origin}${url.pathname}`)}&${encode(pairs.sort().join('&'))}`;
  const signature = createHmac('sha1', `${encode(apiSecret)}&${encode(accessSecret)}`)
    .update(base)
    .digest('base64');
  const header = Object.entries({ ...own, oauth_signature: signature });
  return `OAuth ${header.map(([name, value]) => `${encode(name)}="${encode(value)}"`).join(', ')}`;
}
const get = (path: string, authorization: string) => fetch(`${network.url}${path}`, { headers: { authorization } });
const bearer = () => `Bearer ${network.keys.bearer}`;

describe('keys', () => {
  const path = '/2/users/700000000000000001/mentions?max_results=5&tweet.fields=created_at,text';
  it('are asked for, and fit once', async () => {
    const authorization = signed(path);
    expect((await get(path, authorization)).status).toBe(200);
    expect((await get(path, authorization)).status).toBe(401);
  });
  it.each([
    { of: 'another path', sign: () => signed('/2/users/me') },
    { of: 'another query', sign: () => signed(path.replace('5', '50')) },
    { of: 'an old time', sign: () => signed(path, { oauth_timestamp: '1318622958' }) },
    { of: 'another token', sign: () => signed(path, { oauth_token: 'x' }) },
    { of: 'nothing', sign: () => '' },
  ])('that were made for $of are refused', async ({ sign }) => {
    const answer = await get(path, sign());
    expect([answer.status, await answer.json()]).toMatchObject([401, { title: 'Unauthorized' }]);
  });
});

it.each([
  ['/2/users/me?user_fields=name', 'user_fields'],
  ['/2/users/700000000000000001/mentions?max_results=4', 'max_results'],
  ['/2/users/700000000000000001/mentions?since_id=abc', 'since_id'],
  ['/2/tweets/search/recent?query=is:retweet', 'query'],
  ['/2/tweets/search/recent?query=(kettle', 'query'],
  ['/2/tweets/search/recent?query=%22kettle', 'query'],
  ['/2/tweets/search/recent?query=kettle%20AND%20tea', 'query'],
  ['/2/tweets/search/recent?query=kettle%20lang:klingon', 'query'],
  ['/2/tweets/search/recent?query=kettle&start_time=2020-01-01T00:00:00Z', 'start_time'],
  ['/2/dm_events?pagination_token=7140dibdnow9', 'pagination_token'],
])('refuses %s, naming the parameter', async (path, parameter) => {
  const answer = await get(path, bearer());
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    title: 'Invalid Request',
    errors: [{ parameters: { [parameter]: expect.anything() } }],
  });
});

it.each([
  ['kettle', 1],
  ['kettle tea', 0],
  ['kettle OR tea', 2],
  ['(kettle OR tea) -"nice tea"', 1],
  ['"nice tea"', 1],
  ['from:ida', 2],
  ['from:ida -kettle', 1],
  ['@KettleCo', 0],
  ['hello -from:KettleCo', 0],
  ['kettle -is:reply lang:en', 1],
  ['kettle (lang:de OR lang:und)', 0],
  ['kett', 0],
  ['"OR"', 0],
  ['"my: KETTLE"', 1],
])('searches as the network does: %s', async (query, count) => {
  await network.say(ida, { place: 'elsewhere', text: 'My kettle' });
  await network.say(ida, { place: 'elsewhere', text: 'A nice tea' });
  const answer = await get(`/2/tweets/search/recent?query=${encodeURIComponent(query)}`, bearer());
  expect(await answer.json()).toMatchObject({ meta: { result_count: count } });
});

it('puts back what was said, and tells nobody of it again', async () => {
  const answers: Answer[] = [];
  network.onAnswer((answer) => answers.push(answer));
  const at = new Date(Date.now() - 3_600_000);
  const account = network.brand.id;
  const line = '700000000000000001-800000000000000002';
  network.remember([
    { account, thread: '1990', kind: 'post', id: '1990', by: 'person', persona: ida, text: 'It leaks', at },
    { account, thread: '1990', kind: 'post', id: '1991', by: 'company', text: 'Sorry', at, inReplyTo: '1990' },
    { account, thread: line, kind: 'direct', id: '1992', by: 'person', persona: ida, text: 'In private', at },
  ]);
  expect(answers).toEqual([]);
  const mentions = await (await get(`/2/users/${account}/mentions`, bearer())).json();
  expect(mentions).toMatchObject({ data: [{ id: '1990', text: '@KettleCo It leaks' }] });
  expect(network.view(ida).flatMap(({ messages }) => messages.map(({ text }) => text))).toEqual(
    expect.arrayContaining(['@KettleCo It leaks', 'Sorry']),
  );
  expect(await (await get('/2/dm_events', bearer())).json()).toMatchObject({ data: [{ id: '1992' }] });
});
