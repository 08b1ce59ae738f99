import { describe, expect, it } from 'vitest';
import { outcomeBeforeSend, outcomeOf, troubleOf } from './outcome.ts';
import { createXrpc, type XrpcFailure } from './xrpc.ts';

const failed = (status: number, error: string, message = error, rest: Partial<XrpcFailure> = {}): XrpcFailure => ({
  ok: false,
  status,
  error,
  message,
  isPerhapsDone: status === 0 || status >= 500,
  ...rest,
});

describe('what a failed call means for an act', () => {
  it.each<[XrpcFailure, object]>([
    [failed(401, 'AuthMissing'), { kind: 'refused', reason: 'needs_login' }],
    [failed(400, 'ExpiredToken'), { kind: 'refused', reason: 'needs_login' }],
    [failed(400, 'InvalidToken'), { kind: 'refused', reason: 'needs_login' }],
    [failed(401, 'AccountTakedown'), { kind: 'refused', reason: 'not_allowed' }],
    [
      failed(
        400,
        'InvalidRequest',
        'Invalid app.bsky.feed.post record: grapheme too big (maximum 300, got 301) at $.record.text',
      ),
      { kind: 'refused', reason: 'too_long' },
    ],
    [failed(400, 'InvalidRequest', 'Invalid record'), { kind: 'refused', reason: 'other', detail: 'Invalid record' }],
    [failed(400, 'BlobTooLarge'), { kind: 'refused', reason: 'bad_attachment' }],
    [failed(413, 'PayloadTooLarge'), { kind: 'refused', reason: 'bad_attachment' }],
    [failed(400, 'BlockedActor'), { kind: 'refused', reason: 'blocked' }],
    [failed(400, 'MessagesDisabled'), { kind: 'refused', reason: 'person_unavailable' }],
    [failed(400, 'InvalidConvo'), { kind: 'refused', reason: 'gone' }],
    [failed(429, 'RateLimitExceeded', '', { afterMs: 9_000 }), { kind: 'try_later', afterMs: 9_000 }],
    [failed(429, 'RateLimitExceeded'), { kind: 'try_later', afterMs: 30_000 }],
    [failed(0, 'ECONNREFUSED', '', { isPerhapsDone: false }), { kind: 'try_later' }],
    [failed(0, 'Timeout'), { kind: 'unknown' }],
    [failed(500, 'InternalServerError'), { kind: 'unknown' }],
    [failed(502, 'UpstreamFailure'), { kind: 'unknown' }],
  ])('%j', (failure, outcome) => {
    expect(outcomeOf(failure)).toMatchObject(outcome);
  });

  it('is never unknown before the act itself was called', () => {
    expect(outcomeBeforeSend(failed(500, 'InternalServerError'))).toMatchObject({ kind: 'try_later' });
  });
});

it.each<[XrpcFailure, string]>([
  [failed(401, 'AuthenticationRequired'), 'needs_login'],
  [failed(401, 'AccountDeactivated'), 'needs_login'],
  [failed(429, 'RateLimitExceeded'), 'limited'],
  [failed(502, 'UpstreamFailure'), 'unavailable'],
  [failed(0, 'ENOTFOUND'), 'misconfigured'],
])('reading after %j is %s', (failure, kind) => {
  expect(troubleOf(failure).kind).toBe(kind);
});

describe('a call', () => {
  const now = () => new Date('2026-11-20T12:00:00Z');
  const call = { method: 'POST', nsid: 'a.b.c', body: {} } as const;
  const answered = (make: () => Promise<Response>) =>
    createXrpc({ fetch: make, now, timeoutMs: 100 })('https://x.example', call, 't');
  const broken = (code: string) => async () => {
    throw new TypeError('fetch failed', { cause: { code } });
  };

  it.each([
    ['ENOTFOUND', false],
    ['ECONNREFUSED', false],
    ['ECONNRESET', true],
    ['UND_ERR_SOCKET', true],
  ])('that broke with %s may have been carried out: %s', async (code, isPerhapsDone) => {
    expect(await answered(broken(code))).toMatchObject({ ok: false, status: 0, error: code, isPerhapsDone });
  });

  it.each([
    [{ 'ratelimit-reset': String(now().getTime() / 1_000 + 60) }, 60_000],
    [{ 'ratelimit-reset': '1' }, 1_000],
    [{ 'retry-after': '5' }, 5_000],
    [{}, undefined],
  ])('over the limit with %j waits %s ms', async (headers, afterMs) => {
    const answer = await answered(async () =>
      Response.json({ error: 'RateLimitExceeded' }, { status: 429, headers: { ...headers } }),
    );
    expect(answer.ok ? null : answer.afterMs).toBe(afterMs);
  });

  it('that is answered with a web page is refused in words', async () => {
    expect(await answered(async () => new Response('<h1>Hi</h1>'))).toMatchObject({ ok: false, error: 'NotJson' });
    expect(await answered(async () => new Response('<h1>No</h1>', { status: 404 }))).toMatchObject({
      ok: false,
      status: 404,
    });
  });
});
