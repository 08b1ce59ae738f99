import { describe, expect, it } from 'vitest';
import { soughtIn } from '../text/fold.ts';
import { excerptOf } from './excerpt.ts';
import { phraseOf } from './sought.ts';

const shown = (text: string, query: string) => {
  const { text: part, marks } = excerptOf(text, soughtIn(query));
  return marks.map(([from, to]) => part.slice(from, to));
};

describe('excerptOf', () => {
  it.each([
    { text: 'Where is my Refund?', query: 'refu', found: ['Refu'] },
    { text: 'Η παραγγελία μου αργεί', query: 'ΠΑΡΑΓΓΕΛ', found: ['παραγγελ'] },
    { text: 'Großartig, die Größe passt', query: 'grosse', found: ['Größe'] },
    { text: '배송이 늦어요', query: '송이', found: ['송이'] },
    { text: 'Čekam dostavu', query: 'cekam dost', found: ['Čekam', 'dost'] },
    { text: 'Lieferverzögerung', query: 'verzogerung', found: ['verzögerung'] },
    { text: 'nothing of it', query: 'zip', found: [] },
  ])('marks $query in "$text"', ({ text, query, found }) => {
    expect(shown(text, query)).toEqual(found);
  });

  it('shows of a long text the part in which it was found', () => {
    const text = `${'word '.repeat(500)}here is the zip that broke${' word'.repeat(500)}`;
    const { text: part, marks } = excerptOf(text, soughtIn('zip'));
    expect(part.length).toBeLessThan(500);
    expect(marks.map(([from, to]) => part.slice(from, to))).toEqual(['zip']);
    expect([part.at(0), part.at(-1)]).toEqual(['…', '…']);
  });

  it.each([
    { what: 'writing without spaces', text: `${'ภาษาไทย'.repeat(8_000)}ลูกค้า`, query: 'าษ' },
    { what: 'a word that is none', text: 'aß'.repeat(30_000), query: 'assa' },
  ])('$what as long as a message may be costs no more than any other', ({ text, query }) => {
    const { text: part, marks } = excerptOf(text, soughtIn(query));
    expect(marks.map(([from, to]) => part.slice(from, to))).toEqual([query.replace('ss', 'ß')]);
  });
});

it.each([
  { text: 'Where is my order', words: ['where', 'is', 'my', 'order'] },
  { text: '배송이 늦어요', words: ['배송', '송이', '이', '늦어', '어요'] },
  { text: '!?', words: null },
])('the phrase "$text" is looked for word after word', ({ text, words }) => {
  expect(phraseOf(text)).toEqual(words && { kind: 'phrase', words });
});
