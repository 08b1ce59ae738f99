import { expect, it } from 'vitest';
import { tagFor } from './window.ts';

const HOUR_MS = 3_600_000;
const WINDOW = { openMs: 24 * HOUR_MS, humanMs: 168 * HOUR_MS, source: 'the test' };
const now = new Date('2026-11-18T12:00:00Z');
const RESPONSE = { messaging_type: 'RESPONSE' };
const HUMAN = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };

it.each([
  { ageHours: 0, isByHuman: true, expected: RESPONSE },
  { ageHours: 24, isByHuman: true, expected: RESPONSE },
  { ageHours: 24, isByHuman: false, expected: RESPONSE },
  { ageHours: 24.1, isByHuman: true, expected: HUMAN },
  { ageHours: 24.1, isByHuman: false, expected: null },
  { ageHours: 168, isByHuman: true, expected: HUMAN },
  { ageHours: 168.1, isByHuman: true, expected: null },
  { ageHours: null, isByHuman: true, expected: null },
])(
  'after $ageHours hours, by a human: $isByHuman, an answer goes as $expected',
  ({ ageHours, isByHuman, expected }) => {
    const lastInboundAt = ageHours === null ? null : new Date(now.getTime() - ageHours * HOUR_MS);
    const tag = tagFor({ lastInboundAt, isByHuman }, WINDOW, 'Not yet.', now);
    if (expected) expect(tag).toEqual({ kind: 'open', fields: expected });
    else expect(tag).toMatchObject({ kind: 'refused', reason: 'window_closed' });
  },
);
