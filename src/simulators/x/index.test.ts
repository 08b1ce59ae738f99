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

describe('the filtered stream', () => {
  const path = '/2/tweets/search/stream';
  const basic = (key = network.keys.apiKey, secret = network.keys.apiSecret) =>
    `Basic ${Buffer.from(`${encode(key)}:${encode(secret)}`).toString('base64')}`;
  const askToken = (authorization = basic(), body = 'grant_type=client_credentials') =>
    fetch(`${network.url}/oauth2/token`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
  const app = async () => `Bearer ${((await (await askToken()).json()) as { access_token: string }).access_token}`;
  const change = async (body: object) => {
    const headers = { authorization: await app(), 'content-type': 'application/json' };
    return (await fetch(`${network.url}${path}/rules`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const listed = async () => (await get(`${path}/rules`, await app())).json();

  it.each([
    { of: 'another secret', authorization: () => basic(undefined, 'x'), body: 'grant_type=client_credentials' },
    { of: 'no keys', authorization: () => '', body: 'grant_type=client_credentials' },
    { of: 'nothing to ask for', authorization: () => basic(), body: '' },
  ])('gives no token for $of', async ({ authorization, body }) => {
    expect((await askToken(authorization(), body)).status).toBe(403);
  });

  it('is for the token of the app, and that token is for nothing else', async () => {
    const token = await app();
    expect(await app()).toBe(token);
    expect((await get(`${path}/rules`, bearer())).status).toBe(403);
    expect((await get('/2/users/me', token)).status).toBe(403);
    network.apps.revoke();
    expect((await get(`${path}/rules`, token)).status).toBe(401);
    expect(await app()).not.toBe(token);
  });

  it('keeps rules, each once, and none of a list where one is odd', async () => {
    expect(await listed()).toMatchObject({ meta: { result_count: 0 } });
    expect(await change({ add: [{ value: 'kettle', tag: 'watch:7' }] })).toMatchObject({
      data: [{ id: expect.stringMatching(/^\d+$/), value: 'kettle', tag: 'watch:7' }],
      meta: { summary: { created: 1, not_created: 0, valid: 1, invalid: 0 } },
    });
    expect(await change({ add: [{ value: 'kettle' }, { value: 'tea' }] })).toMatchObject({
      data: [{ value: 'tea' }],
      errors: [{ value: 'kettle', title: 'DuplicateRule' }],
    });
    for (const value of ['min_faves:5', 'is:retweet', '(kettle', 'k'.repeat(1_025)])
      expect(await change({ add: [{ value: 'cup' }, { value }] })).toMatchObject({
        errors: [{ value, type: expect.stringContaining('invalid-rules') }],
        meta: { summary: { created: 0, not_created: 2, invalid: 1 } },
      });
    const { data } = (await listed()) as { data: { id: string }[] };
    expect(data).toHaveLength(2);
    expect(await change({ delete: { ids: [data[0]!.id, '1'] } })).toMatchObject({
      meta: { summary: { deleted: 1, not_deleted: 1 } },
    });
    expect(await listed()).toMatchObject({ data: [{ value: 'tea' }] });
  });

  it('refuses whom it has no rules or no place for', async () => {
    const token = await app();
    expect(await (await get(path, token)).json()).toMatchObject({ connection_issue: 'RuleConfigurationIssue' });
    await change({ add: [{ value: 'kettle' }] });
    const first = await get(path, token);
    const second = await get(path, token);
    expect([first.status, second.status]).toEqual([200, 429]);
    expect(await second.json()).toMatchObject({ connection_issue: 'TooManyConnections' });
    await first.body?.cancel();
    await network.stream.until(() => network.stream.connections === 0);
    expect((await get(path, token)).status).toBe(200);
  });

  it('brings what is said and fits, with what was asked for, between signs of life', async () => {
    await change({ add: [{ value: 'kettle -from:KettleCo', tag: 'watch:7' }] });
    const asked = '?tweet.fields=author_id,created_at&expansions=author_id&user.fields=username';
    const answer = await get(`${path}${asked}`, await app());
    network.publish('Our kettle');
    await network.say(ida, { place: 'elsewhere', text: 'A cup' });
    network.stream.beat();
    const { id } = await network.say(ida, { place: 'elsewhere', text: 'My kettle' });
    network.stream.disconnect();
    const lines = (await answer.text()).split('\r\n');
    expect(lines).toEqual(['', expect.stringContaining(id), expect.stringContaining('operational-disconnect'), '']);
    expect(JSON.parse(lines[1]!)).toMatchObject({
      data: { id, text: 'My kettle', author_id: expect.any(String), created_at: expect.any(String) },
      includes: { users: [{ username: 'ida' }] },
      matching_rules: [{ id: expect.any(String), tag: 'watch:7' }],
    });
  });
});
