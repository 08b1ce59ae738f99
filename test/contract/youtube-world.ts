import { createYouTube } from '../../src/connectors/youtube/index.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startYouTube, type YouTubeNetwork } from '../../src/simulators/youtube/index.ts';
import { fixturesOf, steppingClock } from './lab.ts';

export const BRAND = { title: 'Kettle & Co.', handle: 'kettleco' };

/** What each fixture becomes. */
export const FIXTURES = {
  comment: ['message'],
  reply: ['message'],
  'own-reply': ['message'],
  'comment-held': ['message', 'visibility'],
  'comment-likely-spam': ['message', 'visibility'],
  'comment-published': ['visibility'],
  'comment-rejected': ['visibility'],
  'comment-edited': ['edit'],
  'comment-deleted': ['deletion'],
  'comment-without-author': ['message'],
  'comment-on-community-post': ['message'],
  video: ['post'],
  unknown: ['ignored'],
  'unknown-comment': ['ignored'],
  'unknown-change': ['ignored'],
} as const;
export const fixtures = fixturesOf('youtube', FIXTURES, {
  account: 'UCkettle0001' as ExternalAccountId,
  source: () => 'comments',
});

/** A simulated network, the connector before it, and a clock that both go by. */
export async function openYouTubeWorld(options: { readonly quota?: number; readonly form?: object } = {}) {
  const clock = steppingClock();
  const network: YouTubeNetwork = await startYouTube({
    seed: 7,
    now: clock.now,
    brand: BRAND,
    videos: ['The Kettle 2', 'The Kettle 3 is here ☕'],
    ...(options.quota === undefined ? {} : { quota: options.quota }),
  });
  const calls: string[] = [];
  const counting: typeof fetch = (url, init) => {
    const { pathname, searchParams } = new URL(String(url));
    calls.push(
      `${init?.method} ${pathname.replace('/youtube/v3/', '')} ${searchParams.get('moderationStatus') ?? ''}`.trim(),
    );
    return fetch(url, init);
  };
  const connector = createYouTube({ baseUrl: network.url, fetch: counting, timeoutMs: 5_000, now: clock.now });
  const { id: clientId, secret: clientSecret, refreshToken } = network.client;
  const parsed = connector.credentials.parse({ clientId, clientSecret, refreshToken, ...options.form });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return {
    clock,
    network,
    connector,
    calls,
    credentials: parsed.value,
    account: network.brand.id as ExternalAccountId,
  };
}
