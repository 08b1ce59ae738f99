import { createReddit } from '../../src/connectors/reddit/index.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { type RedditNetwork, startReddit } from '../../src/simulators/reddit/index.ts';
import { fixturesOf, steppingClock } from './lab.ts';

/** What each fixture becomes. */
export const FIXTURES = {
  'username-mention': ['message'],
  'comment-reply': ['message'],
  'post-reply': ['message'],
  'inbox-comment-of-long-ago': ['message'],
  'subreddit-comment': ['message'],
  'subreddit-post': ['message'],
  'keyword-post': ['message'],
  'keyword-link': ['message'],
  'keyword-picture': ['message'],
  'comment-with-picture': ['message'],
  'comment-by-automoderator': ['message'],
  'own-comment': ['message'],
  'own-post': ['post'],
  'comment-edited': ['edit'],
  'comment-deleted': ['deletion'],
  'comment-removed': ['visibility'],
  'own-comment-removed': ['visibility'],
  'comment-approved': ['visibility'],
  'comment-held': ['message', 'visibility'],
  'deleted-before-read': ['ignored'],
  message: ['message'],
  'unknown-more': ['ignored'],
  'unknown-account': ['ignored'],
  'unknown-change': ['ignored'],
  unknown: ['ignored'],
} as const;
export const fixtures = fixturesOf('reddit', FIXTURES, {
  account: 't2_1kettleco' as ExternalAccountId,
  settings: { username: 'kettleco', subreddits: ['kettlehelp'] },
  source: () => 'reddit',
});

/** A simulated network, the connector before it, and a clock that both go by. */
export async function openRedditWorld(form: object = {}) {
  const clock = steppingClock();
  const network: RedditNetwork = await startReddit({
    seed: 7,
    now: clock.now,
    brand: { name: 'kettleco', subreddit: 'kettlehelp' },
    posts: ['Ask us anything', 'The Kettle 3 is here ☕'],
  });
  const calls: string[] = [];
  const counting: typeof fetch = (url, init) => {
    calls.push(`${init?.method} ${new URL(String(url)).pathname}`);
    return fetch(url, init);
  };
  const connector = createReddit({ baseUrl: network.url, fetch: counting, timeoutMs: 5_000, now: clock.now });
  const { id: clientId, secret: clientSecret, refreshToken } = network.client;
  const filled = {
    clientId,
    clientSecret,
    refreshToken,
    username: 'kettleco',
    subreddits: 'kettlehelp',
    keywords: 'teapot',
  };
  const parsed = connector.credentials.parse({ ...filled, ...form });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return {
    clock,
    network,
    connector,
    calls,
    credentials: parsed.value,
    settings: connector.settings?.(parsed.value) ?? {},
    account: network.brand.id as ExternalAccountId,
  };
}
