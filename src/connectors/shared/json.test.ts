import { expect, it } from 'vitest';
import { parseJson } from './json.ts';

const read = (text: string) => parseJson(new TextEncoder().encode(text));

it.each([
  { text: '{"id":98765432109876543}', expected: { id: '98765432109876543' } },
  { text: '{"id": [ 24681357900112233, 1 ]}', expected: { id: ['24681357900112233', 1] } },
  { text: '{"time":1795000003,"ms":1795002000345}', expected: { time: 1795000003, ms: 1795002000345 } },
  { text: '{"text":"call 24681357900112233, now"}', expected: { text: 'call 24681357900112233, now' } },
  { text: '{"n":0.12345678901234567890}', expected: { n: 0.12345678901234568 } },
  { text: '{"text":"caf\\u00e9 \\ud83d\\ude0a"}', expected: { text: 'café 😊' } },
])('keeps the digits of $text', ({ text, expected }) => {
  expect(read(text)).toEqual(expected);
});
