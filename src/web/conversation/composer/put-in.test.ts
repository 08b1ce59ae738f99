import { describe, expect, it } from 'vitest';
import { putIn, putInLate } from './put-in.ts';

/** The caret is |, what is marked stands between two of them. */
function drawn({ text, caret: [start, end] }: ReturnType<typeof putIn>): string {
  const marked = start === end ? '|' : `|${text.slice(start, end)}|`;
  return text.slice(0, start) + marked + text.slice(end);
}

it.each([
  { words: '@Iris Holm ', into: [6, 11], text: 'Hello @Iris you', seen: 'Hello @Iris Holm | you' },
  { words: 'Hi {{name}}, all is well.', into: [0, 3], text: '/hi', seen: 'Hi |{{name}}|, all is well.' },
  { words: '', into: [0, 3], text: '/hi', seen: '|' },
] as const)('puts “$words” into “$text”', ({ words, into, text, seen }) => {
  expect(drawn(putIn(text, words, into))).toBe(seen);
});

describe('words that had to be waited for', () => {
  const asked = { text: 'Hello. Bye.', at: 7 };
  it.each([
    { when: 'nothing was typed meanwhile', text: 'Hello. Bye.', caret: 0, seen: 'Hello. Thanks. |Bye.' },
    { when: 'one typed on', text: 'Hello. We do.Bye.', caret: 13, seen: 'Hello. Thanks. We do.|Bye.' },
    { when: 'one typed at the end', text: 'Hello. Bye. Kim', caret: 15, seen: 'Hello. Thanks. Bye. Kim|' },
    { when: 'one typed before them', text: 'Hello Ann. Bye.', caret: 9, seen: 'Hello Ann|. Thanks. Bye.' },
    { when: 'all was deleted', text: '', caret: 0, seen: 'Thanks. |' },
  ])('leave the caret where one is: $when', ({ text, caret, seen }) => {
    expect(drawn(putInLate(asked, 'Thanks. ', { text, caret: [caret, caret] }))).toBe(seen);
  });
});
