import { describe, expect, it } from 'vitest';
import { parseQuery, type Query } from './parse-query.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const EMPTY: Query = {
  words: '',
  phrases: [],
  excludedWords: [],
  excludedPhrases: [],
  operators: [],
  from: null,
  to: null,
  notUnderstood: [],
};
const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
const op = (key: string, value: string, isExcluded = false) => ({ key, value, isExcluded });

describe('parseQuery', () => {
  it.each<{ text: string; query: object }>([
    { text: '  zip  refund ', query: { words: 'zip refund' } },
    { text: '"where is my order" late', query: { words: 'late', phrases: ['where is my order'] } },
    { text: '“typed on a phone”', query: { phrases: ['typed on a phone'] } },
    { text: '"never closed', query: { phrases: ['never closed'] } },
    {
      text: 'refund -parcel -"thank you"',
      query: { words: 'refund', excludedWords: ['parcel'], excludedPhrases: ['thank you'] },
    },
    { text: 'from:anna', query: { operators: [op('from', 'anna')] } },
    { text: 'FROM:@anna.svensson', query: { operators: [op('from', '@anna.svensson')] } },
    { text: 'from:"Anna Svensson" zip', query: { words: 'zip', operators: [op('from', 'Anna Svensson')] } },
    {
      text: '-label:"Late parcel" in:shop',
      query: { operators: [op('label', 'Late parcel', true), op('inbox', 'shop')] },
    },
    { text: 'is:Waiting -is:mine', query: { operators: [op('is', 'waiting'), op('is', 'mine', true)] } },
    { text: 'has:images', query: { operators: [op('has', 'image')] } },
    { text: 'after:2026-11-01 before:2026-11-10', query: { from: day('2026-11-01'), to: day('2026-11-10') } },
    { text: 'before:yesterday', query: { to: day('2026-11-21') } },
    { text: 'after:7d', query: { from: new Date('2026-11-15T12:00:00.000Z') } },
    { text: 'after:2025 after:2026-03', query: { from: day('2026-03-01') } },
    { text: '-before:2026-11-01', query: { from: day('2026-11-01') } },
    { text: 'https://shop.example/a?b=c:d', query: { words: 'https://shop.example/a?b=c:d' } },
    { text: 'at 10:30', query: { words: 'at 10:30' } },
    { text: 'παραγγελία: αργεί', query: { words: 'παραγγελία: αργεί' } },
    { text: '주문 배송', query: { words: '주문 배송' } },
  ])('$text', ({ text, query }) => {
    expect(parseQuery(text, NOW)).toEqual({ ...EMPTY, ...query });
  });

  it.each([
    { text: 'before:soon', says: 'before:soon is no day' },
    { text: 'after:2026-02-31', says: 'is no day' },
    { text: 'is:angry', says: 'is:angry means nothing here' },
    { text: 'has:soul', says: 'has:soul means nothing here' },
    { text: 'from: anna', says: 'from: has nothing behind its colon', words: 'anna' },
    { text: 'colour:red', says: 'colour: is no operator', words: 'colour red' },
  ])('says what it does not understand: $text', ({ text, says, words = '' }) => {
    const query = parseQuery(text, NOW);
    expect(query.notUnderstood).toEqual([expect.stringContaining(says)]);
    expect(query.words).toBe(words);
    expect(query.operators).toEqual([]);
  });
});
