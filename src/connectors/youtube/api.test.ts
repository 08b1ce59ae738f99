import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../core/channel/outgoing.ts';
import { createYouTube } from './index.ts';
import { emptyMemory } from './memory.ts';

const now = new Date('2026-11-20T09:00:00Z');
const ACCOUNT = 'UCkettle0001' as Parameters<NonNullable<ReturnType<typeof createYouTube>['find']>>[2];
const CHANNEL = { kind: 'youtube#channelListResponse', items: [{ id: ACCOUNT, snippet: { title: 'Kettle' } }] };
const credentials = {
  clientId: 'c',
  clientSecret: 's',
  refreshToken: 'r',
  hideAs: 'heldForReview',
  dailyUnits: 10_000,
} as const;

/** A network that gives a token and its channel, and to all else this. */
function answering(body: unknown, status = 200) {
  const fetch: typeof globalThis.fetch = async (url) => {
    const { pathname } = new URL(String(url));
    if (pathname.endsWith('/token')) return Response.json({ access_token: 't', expires_in: 3_600 });
    return pathname.endsWith('/channels') ? Response.json(CHANNEL) : Response.json(body, { status });
  };
  return createYouTube({ baseUrl: 'http://youtube.test', fetch, now: () => now });
}
const reply = {
  id: 'a',
  kind: 'reply',
  attempt: 1,
  createdAt: new Date(now.getTime() - 3_600_000),
  thread: { id: 'vid00000001', reach: 'owned_public', remote: { videoId: 'vid00000001' } },
  inReplyTo: { id: 'UgxTop' },
  content: { text: 'Sorry', attachments: [] },
} as unknown as Outgoing;

describe('an answer that is no list', () => {
  it.each([{}, { error: 'odd' }, []])('%j is not taken for a sign that nothing was sent', async (body) => {
    expect(await answering(body).find?.(reply, credentials, ACCOUNT)).toMatchObject({ kind: 'unclear' });
  });
  it('while an empty list is one', async () => {
    const empty = { kind: 'youtube#commentListResponse', pageInfo: { totalResults: 0 } };
    expect(await answering(empty).find?.(reply, credentials, ACCOUNT)).toEqual({ kind: 'absent' });
  });
  it('does not delete what is known', async () => {
    const session = await answering({}).source!.open(credentials, ACCOUNT, {});
    const cursor = { ...emptyMemory(now), threads: [['UgxTop', 0] as const], comments: [['UgxTop', 1, true] as const] };
    await expect(session.pull('comments', cursor as never)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

it.each([
  { status: 408, body: {}, kind: 'unknown' },
  { status: 400, body: { error: { errors: [{ reason: 'constructor' }] } }, kind: 'refused' },
])('a write answered with $status is $kind', async ({ status, body, kind }) => {
  expect(await answering(body, status).send(reply, credentials, ACCOUNT)).toMatchObject({ kind });
});
