import { expect, it } from 'vitest';
import { pieces } from './words.tsx';

const shown = (marks: [number, number][]) =>
  pieces('The zip split', marks)
    .map(({ words, isMarked }) => (isMarked ? `[${words}]` : words))
    .join('');

it.each<{ what: string; marks: [number, number][]; shows: string }>([
  { what: 'nothing', marks: [], shows: 'The zip split' },
  { what: 'a word', marks: [[4, 7]], shows: 'The [zip] split' },
  {
    what: 'two, in any order',
    marks: [
      [8, 13],
      [0, 3],
    ],
    shows: '[The] zip [split]',
  },
  {
    what: 'overlapping ones once',
    marks: [
      [4, 7],
      [5, 9],
    ],
    shows: 'The [zip][ s]plit',
  },
  { what: 'ones outside of the text not at all', marks: [[20, 30]], shows: 'The zip split' },
])('marks $what', ({ marks, shows }) => expect(shown(marks)).toBe(shows));
