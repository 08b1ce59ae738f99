import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RedditNetwork, startReddit } from './index.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const AGENT = { 'user-agent': 'server:test:v1 (by /u/kettleco)' };
let network: RedditNetwork;
let authorization: string;

beforeEach(async () => {
  network = await startReddit({
    now: () => NOW,
    brand: { name: 'kettleco', subreddit: 'kettlehelp' },
    posts: ['Hello'],
  });
  const { id, secret, refreshToken } = network.client;
  const answer = await fetch(`${network.url}/api/v1/access_token`, {
    method: 'POST',
    headers: { ...AGENT, authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  });
  authorization = `bearer ${((await answer.json()) as { access_token: string }).access_token}`;
});
afterEach(() => network.close());

const ask = async (path: string, form?: Record<string, string>) => {
  const answer = await fetch(`${network.url}${path}`, {
    headers: { ...AGENT, authorization },
    ...(form ? { method: 'POST', body: new URLSearchParams({ api_type: 'json', ...form }) } : {}),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe('the simulated Reddit', () => {
  it('writes <, > and & as HTML unless it is asked not to', async () => {
    const { id } = network.post('dora', 'tea', 'Tea < coffee & milk');
    expect((await ask(`/api/info?id=${id}`)).text).toContain('Tea &lt; coffee &amp; milk');
    expect((await ask(`/api/info?id=${id}&raw_json=1`)).text).toContain('Tea < coffee & milk');
  });

  it('gives an empty list before an anchor that is gone', async () => {
    const ids = [1, 2, 3].map((at) => network.post('dora', 'tea', `Post ${at}`, '', new Date(NOW.getTime() + at)).id);
    const names = async (query: string) =>
      JSON.parse((await ask(`/r/tea/new?${query}`)).text).data.children.map(
        (one: { data: { name: string } }) => one.data.name,
      );
    expect(await names(`before=${ids[1]}`)).toEqual([ids[2]]);
    expect(await names(`after=${ids[1]}`)).toEqual([ids[0]]);
    const gone = network.store.said.get(ids[1] ?? '');
    if (gone) gone.author = null;
    expect(await names(`before=${ids[1]}`)).toEqual([]);
  });

  it('counts calls in its headers, and answers 429 when there are none left', async () => {
    network.limit.count = 2;
    const first = await ask('/api/v1/me');
    expect([first.status, first.headers.get('x-ratelimit-remaining')]).toEqual([200, '1.0']);
    await ask('/api/v1/me');
    const over = await ask('/api/v1/me');
    expect([over.status, over.headers.get('x-ratelimit-reset')]).toEqual([429, '600']);
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ['a field it does not know', { thing_id: 't3_a', text: 'Hi', mark: '1' }, 400, /Bad Request/],
    ['no thing', { text: 'Hi' }, 400, /thing_id/],
    ['no words', { thing_id: 't3_a', text: ' ' }, 200, /NO_TEXT/],
    ['too many words', { thing_id: 't3_a', text: 'a'.repeat(10_001) }, 200, /TOO_LONG/],
    ['a thing that is not there', { thing_id: 't3_a', text: 'Hi' }, 403, /Forbidden/],
  ])('refuses an answer with %s', async (_, form, status, text) => {
    const answer = await ask('/api/comment', form);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(text);
  });

  it.each([
    ['"iron kettle"', ['A kettle', 'An iron pot']],
    ['kettle author:oskar', []],
    ['kettle author:dora', ['A kettle']],
    ['"kettle author:oskar"', ['A kettle']],
    ['kettle OR title:pot', ['A kettle', 'An iron pot']],
    ['iron NOT pot', []],
    ['a -kettle', ['An iron pot']],
  ])('searches titles and texts for %s', async (query, titles) => {
    network.post('dora', 'tea', 'A kettle');
    network.post('oskar', 'tea', 'An iron pot');
    const { text } = await ask(`/search?q=${encodeURIComponent(query)}&sort=new&t=all`);
    const found = JSON.parse(text).data.children.map((one: { data: { title: string } }) => one.data.title);
    expect(found.toSorted()).toEqual(titles);
  });
});
