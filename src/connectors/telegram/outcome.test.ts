import { expect, it } from 'vitest';
import type { ApiAnswer } from './api.ts';
import { webhookSecret } from './credentials.ts';
import { outcomeOf, troubleOf } from './outcome.ts';
import { isFromTelegram } from './signature.ts';

type Failure = Exclude<ApiAnswer, { kind: 'ok' }>;
const no = (code: number, description: string, more: object = {}): Failure => ({
  kind: 'refused',
  code,
  description,
  ...more,
});
const lost = (isSent: boolean): Failure => ({ kind: 'lost', isSent, detail: 'gone' });

it.each<[Failure, object]>([
  [no(401, 'Unauthorized'), { kind: 'refused', reason: 'needs_login' }],
  [no(404, 'Not Found'), { kind: 'refused', reason: 'needs_login' }],
  [no(403, 'Forbidden: bot was blocked by the user'), { kind: 'refused', reason: 'person_unavailable' }],
  [no(403, 'Forbidden: user is deactivated'), { kind: 'refused', reason: 'person_unavailable' }],
  [
    no(403, "Forbidden: bot can't initiate conversation with a user"),
    { kind: 'refused', reason: 'person_unavailable' },
  ],
  [no(403, 'Forbidden: bot was kicked from the supergroup chat'), { kind: 'refused', reason: 'not_allowed' }],
  [no(403, 'Forbidden: something new'), { kind: 'refused', reason: 'not_allowed' }],
  [no(400, 'Bad Request: chat not found'), { kind: 'refused', reason: 'gone' }],
  [no(400, 'Bad Request: message to be replied not found'), { kind: 'refused', reason: 'gone' }],
  [no(400, 'Bad Request: message is too long'), { kind: 'refused', reason: 'too_long' }],
  [no(400, 'Bad Request: BUSINESS_PEER_INVALID'), { kind: 'refused', reason: 'window_closed' }],
  [no(400, 'Bad Request: BUSINESS_CONNECTION_INVALID'), { kind: 'refused', reason: 'not_allowed' }],
  [
    no(400, 'Bad Request: BUSINESS_CONNECTION_NOT_ALLOWED'),
    { kind: 'refused', reason: 'not_allowed', detail: expect.stringContaining('read and not answer') },
  ],
  [
    no(400, "Bad Request: message can't be deleted for everyone"),
    { kind: 'refused', reason: 'not_allowed', detail: expect.stringContaining('48 hours') },
  ],
  [no(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'), { kind: 'refused', reason: 'bad_attachment' }],
  [no(413, 'Request Entity Too Large'), { kind: 'refused', reason: 'bad_attachment' }],
  [
    no(400, 'Bad Request: something new'),
    { kind: 'refused', reason: 'other', detail: 'Telegram: Bad Request: something new' },
  ],
  [no(429, 'Too Many Requests', { afterMs: 14_000 }), { kind: 'try_later', afterMs: 14_000 }],
  [no(429, 'Too Many Requests'), { kind: 'try_later', afterMs: 5_000 }],
  [no(502, ''), { kind: 'unknown' }],
  [lost(true), { kind: 'unknown' }],
  [lost(false), { kind: 'try_later' }],
])('%j becomes %j', (failure, outcome) => {
  expect(outcomeOf(failure, false)).toMatchObject(outcome);
});

it.each([no(502, ''), lost(true)])('what is harmless twice is tried again after %j', (failure) => {
  expect(outcomeOf(failure, true)).toMatchObject({ kind: 'try_later' });
});

it.each<[Failure, string]>([
  [no(401, ''), 'needs_login'],
  [no(409, 'Conflict: terminated by other getUpdates request'), 'misconfigured'],
  [no(429, '', { afterMs: 3_000 }), 'limited'],
  [no(500, ''), 'unavailable'],
  [lost(false), 'unavailable'],
])('reading after %j is %s', (failure, kind) => {
  expect(troubleOf(failure)).toMatchObject({ kind, message: expect.stringMatching(/\w/) });
});

it('knows Telegram by its secret, which is of the letters that Telegram takes', () => {
  const credentials = { botToken: '1234:abcdefghijklmnopqrstuvwxyz', receive: 'webhook' } as const;
  const secret = webhookSecret(credentials);
  const request = (headers: Record<string, string>) => ({ headers, query: {}, body: new Uint8Array() });
  expect(secret).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  expect(isFromTelegram(request({ 'X-Telegram-Bot-Api-Secret-Token': secret }), credentials)).toBe(true);
  expect(isFromTelegram(request({ 'x-telegram-bot-api-secret-token': `${secret}0` }), credentials)).toBe(false);
  expect(isFromTelegram(request({}), credentials)).toBe(false);
});
