import { describe, expect, it } from 'vitest';
import { compose, cutWords, MARK, NUMBER } from './words-of.ts';

const A_NUMBER = '#';
/** The pieces of a text as they are read: words in plain letters, `#` for a number. */
function piecesOf(said: string): readonly string[] {
  const { kinds, text, starts, ends, words } = cutWords(compose(said));
  return Array.from({ length: words }, (_, at) => {
    const piece = text.slice(starts[at], ends[at]);
    if (kinds[at] !== MARK) return String.fromCharCode(...piece);
    return piece[0] === NUMBER ? A_NUMBER : '!';
  });
}

describe('a code is read as a number', () => {
  it.each([
    ['of small letters', 'where is 2e0ba039 please', ['where', 'is', '#', 'please']],
    ['that begins with a letter', 'order b7c14f9a', ['order', '#']],
    ['of capitals', 'Buchung X7K2P9!', ['buchung', '#', '!']],
    ['at the end', 'κωδικός A1B2C3', ['κωδικοσ', '#']],
  ])('%s', (_, text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });
});

describe('no code is', () => {
  it.each([
    ['a product', 'iPhone15Pro and Galaxy7Plus', ['iphone', '#', 'pro', 'and', 'galaxy', '#', 'plus']],
    ['a measure', '20min 120x60 5kg', ['#', 'min', '#', 'x', '#', '#', 'kg']],
    [
      'a word in which digits stand for letters',
      'alh8eia 3ana8ymi8hka',
      ['alh', '#', 'eia', '#', 'ana', '#', 'ymi', '#', 'hka'],
    ],
    ['a time', '10:30Uhr 1.250,00Eur', ['#', 'uhr', '#', 'eur']],
  ])('%s', (_, text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });
});
