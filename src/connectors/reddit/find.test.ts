import { expect, it } from 'vitest';
import type { Outgoing } from '../../core/channel/outgoing.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { createReddit } from './index.ts';

const now = new Date('2026-11-20T09:00:00Z');
const credentials = {
  clientId: 'c',
  clientSecret: 's',
  refreshToken: 'r',
  username: 'kettleco',
  subreddits: [],
  keywords: [],
};
const reply = {
  id: 'a',
  kind: 'reply',
  attempt: 1,
  createdAt: now,
  thread: { id: 't3_a' },
  inReplyTo: { id: 't1_b' },
  content: { text: 'Sorry', attachments: [] },
} as unknown as Outgoing;

it.each([
  { body: { kind: 'Listing', data: { after: null, children: [] } }, kind: 'absent' },
  { body: {}, kind: 'unclear' },
  { body: { kind: 'Listing', data: {} }, kind: 'unclear' },
  { body: [], kind: 'unclear' },
])('$body says of a lost answer: $kind', async ({ body, kind }) => {
  const fetch: typeof globalThis.fetch = async (url) =>
    Response.json(String(url).includes('access_token') ? { access_token: 't', expires_in: 3_600 } : body);
  const reddit = createReddit({ baseUrl: 'http://reddit.test', fetch, now: () => now });
  expect(await reddit.find?.(reply, credentials, 't2_a' as ExternalAccountId)).toMatchObject({ kind });
});
