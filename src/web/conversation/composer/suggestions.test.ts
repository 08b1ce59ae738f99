import { expect, it } from 'vitest';
import type { SavedReply } from '../../../wire/composing.ts';
import { repliesFor } from './suggestions.ts';

const reply = (title: string, shortcut: string | null, text: string): SavedReply => ({
  id: title,
  title,
  shortcut,
  isShared: true,
  ownerId: null,
  variants: [{ language: null, text }],
  uses: 0,
  mayChange: true,
});
const all = [
  reply('Greeting', 'hi', 'Hello there'),
  reply('Where is my parcel', 'late', 'It is on its way'),
  reply('Hidden costs', null, 'There are none'),
  reply('Grüße', null, 'Viele Grüße'),
];

it.each([
  { words: '', finds: ['Greeting', 'Where is my parcel', 'Hidden costs', 'Grüße'] },
  { words: 'hi', finds: ['Greeting', 'Hidden costs'] },
  { words: 'parc', finds: ['Where is my parcel'] },
  { words: 'way', finds: ['Where is my parcel'] },
  { words: 'gruz', finds: [] },
  { words: 'gru', finds: ['Grüße'] },
  { words: 'gruss', finds: ['Grüße'] },
  { words: 'xyz', finds: [] },
])('“$words” finds $finds', ({ words, finds }) => {
  expect(repliesFor(all, words).map(({ title }) => title)).toEqual(finds);
});
