import { expect, it } from 'vitest';
import { mentionsIn, triggerAt } from './trigger.ts';

it.each([
  { text: '/', isNote: false, asks: { kind: 'reply', start: 0, words: '' } },
  { text: 'Hi /par', isNote: false, asks: { kind: 'reply', start: 3, words: 'par' } },
  { text: 'Hi\n\\late', isNote: false, asks: { kind: 'macro', start: 3, words: 'late' } },
  { text: 'Ask @Mä', isNote: true, asks: { kind: 'mention', start: 4, words: 'Mä' } },
  { text: 'Ask @Mä', isNote: false, asks: null },
  { text: '/par', isNote: true, asks: null },
  { text: 'https://shop.example', isNote: false, asks: null },
  { text: 'this and/or', isNote: false, asks: null },
  { text: 'me@example', isNote: true, asks: null },
  { text: '/par cel', isNote: false, asks: null },
])('“$text” in a note: $isNote', ({ text, isNote, asks }) => {
  expect(triggerAt(text, text.length, isNote)).toEqual(asks);
});

it('knows who is called, and not whose name only begins so', () => {
  const names = [
    { id: 'a', name: 'Ana' },
    { id: 'b', name: 'Ana Bell' },
    { id: 'c', name: 'Bo' },
    { id: 'd', name: 'Returns' },
  ];
  expect(mentionsIn('@ana bell, and @Returns: see @Bonita', names)).toEqual(['a', 'b', 'd']);
  expect(mentionsIn('@Anabel and Bo', names)).toEqual([]);
});
