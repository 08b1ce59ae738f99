import { describe, expect, it } from 'vitest';
import { createAccessTokens } from '../shared/access-tokens.ts';
import { openHttp } from '../shared/http.ts';
import { createAllowanceLeft } from './allowance-left.ts';
import { openReddit } from './api.ts';
import { credentialForm } from './credentials.ts';
import { outcomeOf, troubleOf } from './outcome.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const now = () => NOW;
const error = (code: string, words = 'Some words', rest = {}) => ({
  json: { errors: [[code, words, 'parent']], ...rest },
});

/** What becomes of a write that is answered so. */
async function answered(status: number, body: unknown, headers: Record<string, string> = {}) {
  const parsed = credentialForm.parse({ clientId: 'a', clientSecret: 's', refreshToken: 'r', username: 'kettleco' });
  if (!parsed.ok) throw new Error('The form is not well filled');
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const grant = { kind: 'granted', token: 't', endsAt: new Date(NOW.getTime() + 9e6), body: {} } as const;
  const login = createAccessTokens<typeof parsed.value>(
    async () => grant,
    () => 'a',
    now,
  );
  const http = openHttp({ name: 'Reddit', fetch: async () => new Response(text, { status, headers }) });
  const left = createAllowanceLeft(now);
  const reddit = openReddit({ http, apiUrl: 'https://oauth.reddit.test', login, left, now }, parsed.value);
  const answer = await reddit({ method: 'POST', path: '/api/comment', form: { thing_id: 't1_a' } });
  if (answer.kind === 'ok') return { outcome: { kind: 'ok' }, again: null, trouble: null, left };
  return { outcome: outcomeOf(answer), again: outcomeOf(answer, true), trouble: troubleOf(answer), left };
}

describe('what an answer of Reddit means for a write', () => {
  it.each<[string, number, unknown, object]>([
    [
      'a thread is locked',
      200,
      error('THREAD_LOCKED'),
      { reason: 'not_allowed', detail: expect.stringMatching(/locked/) },
    ],
    ['a post is archived', 200, error('TOO_OLD'), { reason: 'not_allowed' }],
    ['the account is banned', 200, error('BANNED_FROM_SUBREDDIT'), { reason: 'not_allowed' }],
    ['a subreddit is closed', 200, error('SUBREDDIT_NOTALLOWED'), { reason: 'not_allowed' }],
    ['a comment is gone', 200, error('DELETED_COMMENT'), { reason: 'gone' }],
    ['a post is gone', 200, error('DELETED_LINK'), { reason: 'gone' }],
    ['somebody has blocked us', 200, error('USER_BLOCKED'), { reason: 'blocked' }],
    ['there is no such person', 200, error('INVALID_USER'), { reason: 'person_unavailable' }],
    ['it is too long', 200, error('TOO_LONG'), { reason: 'too_long' }],
    ['it has no words', 200, error('NO_TEXT'), { reason: 'other' }],
    ['a code is new', 200, error('SOMETHING_NEW', 'because so'), { reason: 'other', detail: 'Because so' }],
    ['it is forbidden', 403, { message: 'Forbidden', error: 403 }, { reason: 'not_allowed' }],
    [
      'a subreddit is private',
      403,
      { message: 'Forbidden', error: 403, reason: 'private' },
      { detail: expect.stringMatching(/private/) },
    ],
    ['there is nothing', 404, { message: 'Not Found', error: 404 }, { reason: 'gone' }],
    ['the token is refused twice', 401, { message: 'Unauthorized', error: 401 }, { reason: 'needs_login' }],
  ])('%s', async (_, status, body, expected) => {
    expect((await answered(status, body)).outcome).toMatchObject({ kind: 'refused', ...expected });
  });

  it.each<[string, number, unknown, Record<string, string>, number]>([
    [
      'a new account, by the number',
      200,
      error('RATELIMIT', 'Take a break for 9 minutes', { ratelimit: 540.5 }),
      {},
      540_500,
    ],
    ['a new account, by the words', 200, error('RATELIMIT', 'Take a break for 9 minutes before'), {}, 540_000],
    ['too many calls', 429, { message: 'Too Many Requests', error: 429 }, { 'x-ratelimit-reset': '431' }, 431_000],
    ['too many calls, without a word', 429, '<html>', {}, 60_000],
  ])('waits: %s', async (_, status, body, headers, afterMs) => {
    expect((await answered(status, body, headers)).outcome).toMatchObject({ kind: 'try_later', afterMs });
  });

  it.each<[string, number, string]>([
    ['a page for people instead', 500, '<!doctype html>'],
    ['a gateway', 503, ''],
    ['success that is no JSON', 200, '<!doctype html>'],
  ])('nobody knows: %s', async (_, status, body) => {
    const { outcome, again } = await answered(status, body);
    expect(outcome).toMatchObject({ kind: 'unknown' });
    expect(again).toMatchObject({ kind: 'try_later' });
  });
});

it.each<[number, unknown, string]>([
  [401, {}, 'needs_login'],
  [429, {}, 'limited'],
  [403, {}, 'unavailable'],
  [502, '', 'unavailable'],
])('reading: %i', async (status, body, kind) => {
  expect((await answered(status, body)).trouble).toMatchObject({ kind });
});

describe('the calls that are left', () => {
  const headers = (left: string) => ({
    'x-ratelimit-used': '571',
    'x-ratelimit-remaining': left,
    'x-ratelimit-reset': '300',
  });
  it.each([
    ['429.0', 0],
    ['29.0', 300_000],
    ['0.0', 300_000],
  ])('%s of them: reading waits %i ms', async (remaining, waits) => {
    const { left } = await answered(200, {}, headers(remaining));
    expect(left.readingWaits('a')).toBe(waits);
    expect(left.quota('a')).toEqual({
      of: 'calls of the app',
      used: 571,
      limit: 571 + Number(remaining),
      resetsAt: new Date(NOW.getTime() + 300_000),
    });
  });

  it('are unknown when Reddit does not say', async () => {
    const { left } = await answered(200, {}, { 'x-ratelimit-remaining': 'many' });
    expect(left.quota('a')).toBeUndefined();
    expect(left.readingWaits('a')).toBe(0);
  });
});

it('an answer to a write that timed out on its way is in doubt', async () => {
  expect(await answered(408, {})).toMatchObject({ outcome: { kind: 'unknown' }, again: { kind: 'try_later' } });
});

it('an odd name of an error is a refusal all the same', async () => {
  expect(await answered(200, error('constructor'))).toMatchObject({ outcome: { kind: 'refused', reason: 'other' } });
});
