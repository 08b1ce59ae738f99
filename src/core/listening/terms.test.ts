import { describe, expect, it } from 'vitest';
import { burstingTerms, mostSaid, type SaidText } from './terms.ts';

const texts = (...said: string[]): SaidText[] => said.map((text, nth) => ({ text, once: `p${nth}` }));
const words = (found: readonly { readonly term: string }[]) => found.map(({ term }) => term);

describe('what is said most', () => {
  it('is what means something, not what every sentence has, nor the brand itself', () => {
    const said = texts(
      'The checkout of Kettle Co is broken again and the checkout knows it',
      'is the #KettleCo checkout down for anyone else?',
      'kettleco checkout fails at the payment step http://x.example/checkout',
      'payment is not possible at Kettle Co’s shop @kettleco',
      'the payment page of kettle co is white',
    );
    expect(words(mostSaid(said, ['Kettle Co']))).toEqual(['checkout', 'payment']);
  });

  it.each([
    {
      language: 'de',
      said: ['Der Versand dauert schon wieder ewig', 'Versand?? Seit Wochen nichts', 'Was ist mit dem Versand los'],
      is: 'versand',
    },
    {
      language: 'el',
      said: ['Η παράδοση άργησε πάλι', 'πού είναι η παράδοση;', 'παραδοση χωρίς καμία ενημέρωση'],
      is: 'παράδοση',
    },
    { language: 'ko', said: ['배송 너무 느려요', '아직도 배송 준비중', '배송 언제 와요'], is: '배송' },
    { language: 'zh', said: ['你们的退款什么时候到', '我要退款了', '退款退款退款'], is: '退款' },
    { language: 'hu', said: ['a szállítás megint késik', 'szállítás???', 'Mikor lesz szállítás'], is: 'szállítás' },
  ])('in $language too', ({ said, is }) => {
    expect(words(mostSaid(texts(...said)))).toContain(is);
  });

  it('names a product that is written as a code is, and no number', () => {
    const said = texts('my WH1000XM5 broke', 'wh1000xm5: no sound', 'WH1000XM5', '20240012', '20240012', '20240012');
    expect(words(mostSaid(said))).toEqual(['wh1000xm5']);
  });

  it('counts near copies by one author once', () => {
    const copies = Array.from({ length: 9 }, () => ({ text: 'buy cheap kettles', once: 'one' }));
    expect(mostSaid(copies)).toEqual([]);
  });

  it('shows two words that stand together as one', () => {
    const said = texts('battery fire in my kitchen', 'another Battery Fire', 'battery fire on the news');
    expect(mostSaid(said)).toEqual([{ term: 'battery fire', posts: 3 }]);
  });

  it.each(['', '   ', '\ud800', '🔥🔥🔥', '@a @b #', 'x'.repeat(20_000)])('takes %j', (text) => {
    expect(() => mostSaid(texts(text, text, text))).not.toThrow();
  });
});

describe('what bursts', () => {
  const usual = texts(
    ...Array.from({ length: 60 }, (_, nth) => `delivery question number ${'abcdefgh'[nth % 8]}${nth}`),
  );
  it('is what was hardly said before, with how often it was', () => {
    const now = texts(
      'delivery robot caught fire',
      'the fire at the depot',
      'fire!!',
      'delivery late',
      'delivery late too',
    );
    const [first, ...others] = burstingTerms(now, usual);
    expect(first).toMatchObject({ term: 'fire', posts: 3 });
    expect(first?.usual).toBeLessThan(0.5);
    expect(words(others)).not.toContain('delivery');
  });

  it('is nothing where people speak as ever', () => {
    expect(burstingTerms(usual.slice(0, 20), usual)).toEqual([]);
  });
});
