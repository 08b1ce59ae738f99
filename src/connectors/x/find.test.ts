import { expect, it } from 'vitest';
import type { Outgoing } from '../../core/channel/outgoing.ts';
import { openHttp } from '../shared/http.ts';
import { openApi } from './api.ts';
import { findMessage, findPost } from './find.ts';

const now = () => new Date('2026-11-20T09:00:00Z');
const keys = { apiKey: 'k', apiSecret: 's', accessToken: '1-t', accessSecret: 'a' };
const answering = (status: number, body: unknown) =>
  openApi(
    {
      http: openHttp({ name: 'X', fetch: async () => new Response(JSON.stringify(body), { status }) }),
      baseUrl: 'https://api.x.com',
      now,
    },
    keys,
  );
const act = {
  id: 'a',
  kind: 'reply',
  createdAt: now(),
  attempt: 1,
  thread: { id: '700-800', reach: 'owned_private', remote: null, counterpartId: '800', title: null },
  inReplyTo: { id: '900', authorId: '800', text: '', sentAt: now(), remote: null },
  content: { text: 'Sorry', attachments: [] },
} as unknown as Outgoing & { readonly kind: 'reply' };
const EMPTY = { meta: { result_count: 0 } };
const ONLY_ERRORS = { errors: [{ title: 'Forbidden', detail: 'Could not see the posts', type: 'about:blank' }] };

it.each([
  { of: 'an empty list', status: 200, body: EMPTY, post: 'absent', message: 'absent' },
  { of: 'errors alone', status: 200, body: ONLY_ERRORS, post: 'unclear', message: 'unclear' },
  { of: 'an empty object', status: 200, body: {}, post: 'unclear', message: 'unclear' },
  // a line that nobody wrote in yet is none, but the account's own posts are always there
  { of: 'no such path', status: 404, body: {}, post: 'unclear', message: 'absent' },
  { of: 'a broken server', status: 503, body: {}, post: 'unclear', message: 'unclear' },
])('of $of nothing is concluded that it does not say', async ({ status, body, post, message }) => {
  const api = answering(status, body);
  expect((await findPost(api, '700', act)).kind).toBe(post);
  expect((await findMessage(api, '700', act)).kind).toBe(message);
});
