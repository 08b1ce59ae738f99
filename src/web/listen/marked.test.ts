import { expect, it } from 'vitest';
import { marked } from './marked.ts';

const brand = (from: number, to: number) => ({ kind: 'brand', word: 'x', from, to }) as const;
const trigger = (from: number, to: number) => ({ kind: 'trigger', word: 'y', from, to }) as const;

it.each([
  { what: 'nothing', because: [], shown: 'help from kettleco' },
  { what: 'words in any order', because: [brand(10, 18), trigger(0, 4)], shown: '[help] from [kettleco]' },
  { what: 'two beside each other', because: [trigger(0, 4), trigger(4, 9)], shown: '[help][ from] kettleco' },
  { what: 'one within the other', because: [trigger(12, 14), brand(10, 18)], shown: 'help from [kettleco]' },
  {
    what: 'places outside of the text',
    because: [brand(10, 99), brand(-1, 2), brand(4, 4)],
    shown: 'help from kettleco',
  },
])('marks $what, and loses no letter', ({ because, shown }) => {
  const parts = marked('help from kettleco', because);
  expect(parts.map(({ text, heard }) => (heard ? `[${text}]` : text)).join('')).toBe(shown);
});

it('marks nothing in no words', () => expect(marked('', [brand(0, 1)])).toEqual([]));
