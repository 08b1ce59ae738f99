import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persona } from '../network.ts';
import { type BlueskyNetwork, startBluesky } from './index.ts';

/** What the reference network answered to the same calls, read 2026-11. */
const ida: Persona = {
  id: 'ida',
  name: 'Ida',
  handle: 'ida.test',
  email: 'ida@mail.test',
  language: 'fi',
  followers: 12,
};
const BRAND = { handle: 'kettleco.test', password: 'mqk3-vnte-b5ez-bbcl', posts: ['Autumn is here'] };
let network: BlueskyNetwork;
let token: string;

beforeEach(async () => {
  network = await startBluesky({ seed: 1, brand: BRAND, limit: 50 });
  token = (await login()).body.accessJwt;
});
afterEach(() => network.close());

/** Whichever of these the method answers. */
interface Body {
  readonly accessJwt: string;
  readonly uri: string;
  readonly cid: string;
  readonly cursor: string;
  readonly notifications: unknown;
  readonly thread: { readonly parent?: unknown };
}

async function ask(
  nsid: string,
  { query = '', body, as = token, headers = {} }: { query?: string; body?: object; as?: string; headers?: object } = {},
) {
  const response = await fetch(`${network.url}/xrpc/${nsid}${query}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(as ? { authorization: `Bearer ${as}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    body: body ? JSON.stringify(body) : null,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}
const login = (password = BRAND.password) =>
  ask('com.atproto.server.createSession', { as: '', body: { identifier: BRAND.handle, password } });
const post = (nsid: string, record: object, rkey?: string) =>
  ask(`com.atproto.repo.${nsid}`, {
    body: { repo: network.brand.did, collection: 'app.bsky.feed.post', record, ...(rkey ? { rkey } : {}) },
  });
const said = (text: string) => ({ $type: 'app.bsky.feed.post', text, createdAt: '2026-11-20T09:30:00.000Z' });

describe('refusals carry the real names and words', () => {
  it.each<[string, () => ReturnType<typeof ask>, number, string, RegExp]>([
    [
      'no token',
      () => ask('app.bsky.feed.getPosts', { as: '', query: '?uris=x' }),
      401,
      'AuthMissing',
      /Authentication Required/,
    ],
    [
      'a foreign token',
      () => ask('app.bsky.feed.getPosts', { as: `${token}x`, query: '?uris=x' }),
      400,
      'InvalidToken',
      /could not be verified/,
    ],
    ['a wrong password', () => login('wrong'), 401, 'AuthenticationRequired', /Invalid identifier or password/],
    [
      '301 graphemes',
      () => post('createRecord', said('a'.repeat(301))),
      400,
      'InvalidRequest',
      /grapheme too big \(maximum 300, got 301\) at \$\.record\.text/,
    ],
    ['a bad key', () => post('putRecord', said('a'), 'nokey'), 400, 'InvalidRequest', /record key/],
    ['an unknown method', () => ask('app.bsky.feed.unheardOf'), 501, 'MethodNotImplemented', /Not Implemented/],
    ['chat without the proxy', () => ask('chat.bsky.convo.getLog'), 501, 'MethodNotImplemented', /Not Implemented/],
    [
      'a record that is not there',
      () =>
        ask('com.atproto.repo.getRecord', { query: `?repo=${network.brand.did}&collection=app.bsky.feed.post&rkey=x` }),
      400,
      'RecordNotFound',
      /Could not locate record/,
    ],
  ])('%s', async (_, call, status, error, message) => {
    expect(await call()).toMatchObject({ status, body: { error, message: expect.stringMatching(message) } });
  });

  it('chat with a plain app password', async () => {
    const plain = (await login(network.plainPassword)).body.accessJwt;
    const headers = { 'atproto-proxy': 'did:web:api.bsky.chat#bsky_chat' };
    expect(await ask('chat.bsky.convo.getLog', { as: plain, headers })).toMatchObject({
      status: 400,
      body: { error: 'InvalidToken', message: 'Bad token method' },
    });
  });
});

it('takes the same record under the same key again, and not a second creation', async () => {
  const key = '3n2uwf4uqkk2x';
  const first = await post('putRecord', said('Once'), key);
  const second = await post('putRecord', said('Once'), key);
  expect([second.status, second.body.uri, second.body.cid]).toEqual([200, first.body.uri, first.body.cid]);
  expect(await post('createRecord', said('Once'), key)).toMatchObject({
    status: 500,
    body: { error: 'InternalServerError' },
  });
});

it('counts calls, and says when to come again', async () => {
  const { headers } = await ask('app.bsky.feed.searchPosts', { query: '?q=autumn' });
  expect(headers.get('ratelimit-limit')).toBe('50');
  expect(headers.get('ratelimit-policy')).toBe('50;w=300');
  let last = await ask('app.bsky.feed.searchPosts', { query: '?q=autumn' });
  // Twice as often as allowed: the time in which they are counted may just begin anew.
  for (let at = 0; at < 110 && last.status === 200; at += 1)
    last = await ask('app.bsky.feed.searchPosts', { query: '?q=autumn' });
  expect(last).toMatchObject({ status: 429, body: { error: 'RateLimitExceeded' } });
  expect(Number(last.headers.get('ratelimit-reset')) * 1_000).toBeGreaterThan(Date.now());
});

it('tells of mentions with the record in it, newest first, page by page', async () => {
  for (const text of ['one', 'two', 'three']) await network.say(ida, { place: 'wall', text });
  const first = await ask('app.bsky.notification.listNotifications', { query: '?limit=2&reasons=mention' });
  expect(first.body.notifications).toMatchObject([
    { reason: 'mention', record: { text: '@kettleco.test three' }, author: { displayName: 'Ida', handle: 'ida.test' } },
    { record: { text: '@kettleco.test two', facets: [{ index: { byteStart: 0, byteEnd: 14 } }] } },
  ]);
  const second = await ask('app.bsky.notification.listNotifications', {
    query: `?limit=2&reasons=mention&cursor=${encodeURIComponent(first.body.cursor)}`,
  });
  expect(second.body.notifications).toMatchObject([{ record: { text: '@kettleco.test one' } }]);
});

it('shows a thread with what answers it', async () => {
  const [place] = network.places(ida);
  const { id, thread } = await network.say(ida, { place: place!.id, text: 'Oh' });
  const deeper = await network.say(ida, { place: place!.id, text: 'And another', inReplyTo: id });
  const { body } = await ask('app.bsky.feed.getPostThread', { query: `?uri=${encodeURIComponent(thread)}` });
  expect(body.thread).toMatchObject({
    post: { record: { text: 'Autumn is here' }, replyCount: 1 },
    replies: [{ post: { uri: id }, replies: [{ post: { uri: deeper.id } }] }],
  });
  await network.remove?.(ida, id);
  const gone = await ask('app.bsky.feed.getPostThread', { query: `?uri=${encodeURIComponent(deeper.id)}` });
  expect(gone.body.thread.parent).toMatchObject({ notFound: true });
});

it('is the same network for the same seed', async () => {
  const again = await startBluesky({ seed: 1, brand: BRAND });
  expect(again.brand.did).toBe(network.brand.did);
  await again.say(ida, { place: 'direct', text: 'Hi' });
  await network.say(ida, { place: 'direct', text: 'Hi' });
  expect(again.view(ida)[0]?.messages[0]).toMatchObject({ by: 'me', text: 'Hi' });
  await again.close();
});
