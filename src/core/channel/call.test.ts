import { expect, it } from 'vitest';
import { callWords, readNumber } from './call.ts';

it.each([
  [{ direction: 'in', outcome: 'answered', seconds: 245 }, 'They called: answered, 4 min'],
  [{ direction: 'out', outcome: 'no_answer' }, 'We called: no answer'],
  [{ direction: 'out', outcome: 'answered', seconds: 3_720 }, 'We called: answered, 1 h 2 min'],
  [{ direction: 'in', outcome: 'voicemail', seconds: 12 }, 'They called: left a voicemail, 12 s'],
] as const)('%j is said as "%s"', (call, words) => expect(callWords(call)).toBe(words));

it.each([
  ['+46 (0)70-123 45 67', '+46701234567'],
  ['0046 70 1234567', '+46701234567'],
  ['112', '112'],
  ['call me', null],
  ['12', null],
  ['+1234567890123456', null],
])('%s is %s', (text, number) => expect(readNumber(text)).toBe(number));
