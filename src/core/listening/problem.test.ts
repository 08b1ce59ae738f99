import { describe, expect, it } from 'vitest';
import { problemOf, problemTerms } from './problem.ts';

const bad = { sentiment: 'negative', kind: 'complaint' } as const;
const burst = (term: string, posts: number) => ({ term, posts, usual: 0.5 });

describe('the words of a known problem', () => {
  it('are those that five people use', () => {
    expect(problemTerms([burst('checkout', 12), burst('battery fire', 5), burst('kettle', 4)])).toEqual([
      'checkout',
      'battery fire',
    ]);
  });
  it('stand once, where two boards burst with them', () => {
    expect(problemTerms([burst('checkout', 9), burst('checkout', 7)])).toEqual(['checkout']);
  });
});

describe('what is part of it', () => {
  const terms = ['battery fire', 'checkout', 'παράδοση', '배송'];
  it.each([
    ['a complaint', 'your CHECKOUT is down', bad, 'checkout'],
    ['two words beside each other', 'The battery fire ruined my kitchen', bad, 'battery fire'],
    ['another ending', 'all your checkouts fail', bad, 'checkout'],
    ['without accents', 'παραδοση χωρίς καμία ενημέρωση', bad, 'παράδοση'],
    ['words without spaces', '배송 언제 와요', { sentiment: null, kind: 'question' } as const, '배송'],
    ['a question', 'is the checkout down?', { sentiment: 'neutral', kind: 'question' } as const, 'checkout'],
    ['anger of no kind', 'checkout...', { sentiment: 'negative', kind: null } as const, 'checkout'],
  ])('%s', (_, text, said, term) => {
    expect(problemOf(text, said, terms)).toBe(term);
  });
  it.each([
    ['two words apart', 'fire your manager, my battery is dead', bad],
    ['praise', 'love the new checkout', { sentiment: 'positive', kind: 'compliment' } as const],
    ['what nobody is sure of', 'checkout', { sentiment: null, kind: null } as const],
    ['other words', 'my parcel is late', bad],
    ['nothing', '', bad],
  ])('not %s', (_, text, said) => {
    expect(problemOf(text, said, terms)).toBe(null);
  });
  it('nothing, where nothing is known', () => {
    expect(problemOf('your checkout is down', bad, [])).toBe(null);
  });
});
