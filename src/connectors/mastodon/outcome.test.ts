import { expect, it } from 'vitest';
import { type Failed, openApi } from './api.ts';
import { credentialForm } from './credentials.ts';
import { outcomeOf, troubleOf } from './outcome.ts';

const no = (status: number, message: string, more: object = {}): Failed => ({
  kind: 'refused',
  status,
  message,
  ...more,
});
const lost = (isSent: boolean): Failed => ({ kind: 'lost', isSent, detail: 'It is gone.' });

it.each<[Failed, object]>([
  [no(401, 'The access token is invalid'), { kind: 'refused', reason: 'needs_login' }],
  [no(403, 'This action is outside the authorized scopes'), { kind: 'refused', reason: 'needs_login' }],
  [no(403, 'Your login is currently disabled'), { kind: 'refused', reason: 'not_allowed' }],
  [no(403, 'This action is not allowed'), { kind: 'refused', reason: 'not_allowed' }],
  [no(404, 'Record not found'), { kind: 'refused', reason: 'gone' }],
  [no(410, ''), { kind: 'refused', reason: 'gone' }],
  [no(422, 'Validation failed: Text character limit of 500 exceeded'), { kind: 'refused', reason: 'too_long' }],
  [no(422, 'Validation failed: File content type is invalid'), { kind: 'refused', reason: 'bad_attachment' }],
  [no(413, ''), { kind: 'refused', reason: 'bad_attachment' }],
  [
    no(422, "Validation failed: Text can't be blank"),
    { kind: 'refused', reason: 'other', detail: "The server says: Validation failed: Text can't be blank" },
  ],
  [no(429, 'Too many requests', { afterMs: 9_000 }), { kind: 'try_later', afterMs: 9_000 }],
  [no(429, 'Too many requests'), { kind: 'try_later', afterMs: 60_000 }],
  [no(503, 'Remote data could not be fetched'), { kind: 'unknown' }],
  [lost(true), { kind: 'unknown' }],
  [lost(false), { kind: 'try_later' }],
])('%j becomes %j', (failure, outcome) => {
  expect(outcomeOf(failure, false)).toMatchObject(outcome);
});

it.each([no(500, ''), lost(true)])('what is harmless twice is tried again after %j', (failure) => {
  expect(outcomeOf(failure, true)).toMatchObject({ kind: 'try_later' });
});

it.each<[Failed, string]>([
  [no(401, ''), 'needs_login'],
  [no(403, 'This action is outside the authorized scopes'), 'needs_login'],
  [no(404, ''), 'misconfigured'],
  [no(429, ''), 'limited'],
  [no(503, ''), 'unavailable'],
  [lost(false), 'unavailable'],
])('reading after %j is %s', (failure, kind) => {
  expect(troubleOf(failure)).toMatchObject({ kind, message: expect.stringMatching(/\w+ \w+/) });
});

it.each([
  [{ 'x-ratelimit-reset': '2026-11-20T12:01:00.000Z' }, 60_000],
  [{ 'x-ratelimit-reset': '2026-11-20T11:00:00.000Z' }, 1_000],
  [{ 'retry-after': '5' }, 5_000],
])('over the limit with %j waits %s ms', async (headers, afterMs) => {
  const open = openApi({
    now: () => new Date('2026-11-20T12:00:00Z'),
    fetch: async () => Response.json({ error: 'Too many requests' }, { status: 429, headers: { ...headers } }),
  });
  expect(await open({ server: 'https://x.example', accessToken: 't' }).get('/')).toMatchObject({ afterMs });
});

it.each([
  ['kettle.example', 'https://kettle.example'],
  ['https://kettle.example/@care', 'https://kettle.example'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
])('the server "%s" is %s', (given, server) => {
  expect(credentialForm.parse({ server: given, accessToken: 't' })).toMatchObject({ ok: true, value: { server } });
});

it.each(['http://kettle.example', 'not a server', ''])('"%s" is no server that a token is sent to', (server) => {
  expect(credentialForm.parse({ server, accessToken: 't' })).toMatchObject({
    ok: false,
    errors: [{ field: 'server' }],
  });
});
