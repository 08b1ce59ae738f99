import { expect, it } from 'vitest';
import type { OutgoingId } from '../../core/ids.ts';
import type { HttpAnswer } from '../shared/http.ts';
import { outcomeOf } from './outcome.ts';

const ACT = 'act-1' as OutgoingId;
const NOW = new Date('2026-11-18T12:00:00Z');
const answered = (status: number, json?: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  kind: 'answered',
  status,
  headers: new Headers(headers),
  json,
  bytes: new Uint8Array(),
});
const lost = (isSent: boolean): HttpAnswer => ({ kind: 'lost', isSent, detail: 'The connection broke.' });

it.each([
  ['its own id', answered(201, { id: 7 }), { kind: 'accepted', id: '7' }],
  ['no id: ours is the name then', answered(204), { kind: 'accepted', id: ACT }],
  ['it had it before', answered(409, { id: 'm1' }), { kind: 'accepted', id: 'm1' }],
  ['it had it, under no name', answered(409), { kind: 'unknown' }],
  ['another secret', answered(401), { kind: 'refused', reason: 'needs_login' }],
  [
    'its own reason',
    answered(422, { reason: 'blocked', message: 'They wrote STOP.' }),
    { kind: 'refused', reason: 'blocked', detail: 'They wrote STOP.' },
  ],
  ['a reason that is none', answered(422, { reason: 'constructor' }), { kind: 'refused', reason: 'other' }],
  ['nobody there', answered(410), { kind: 'refused', reason: 'person_unavailable' }],
  ['a redirect', answered(302), { kind: 'refused', reason: 'other' }],
  ['slow down', answered(429, {}, { 'retry-after': '7' }), { kind: 'try_later', afterMs: 7_000 }],
  ['closed, with a time', answered(503, {}, { 'retry-after': '60' }), { kind: 'try_later', afterMs: 60_000 }],
  ['closed, without one', answered(503), { kind: 'unknown' }],
  ['broken: perhaps after it was sent', answered(500), { kind: 'unknown' }],
  ['lost on the way', lost(true), { kind: 'unknown' }],
  ['never left', lost(false), { kind: 'try_later' }],
])('%s', (_what, answer, wanted) => {
  expect(outcomeOf(answer, ACT, NOW)).toMatchObject(wanted);
});
