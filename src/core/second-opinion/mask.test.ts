import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonalSpan } from '../understanding/understood.ts';
import { MOST_SHOWN, maskPersonal, sameWords } from './mask.ts';

const span = (text: string, what: string, kind: PersonalSpan['kind']): PersonalSpan => {
  const from = text.indexOf(what);
  return { kind, from, to: from + what.length };
};

describe('what leaves the house of a message', () => {
  it.each([
    { text: 'Call 030 901820, now!', spans: [['030 901820', 'phone']], shown: 'Call [phone], now!' },
    { text: 'a@b.example and more', spans: [['a@b.example', 'email']], shown: '[email] and more' },
    { text: 'Write to a.b@mail.example!', spans: [], shown: 'Write to [email]!' },
    { text: 'Thanks @Kettle_Care and @ida.n.', spans: [], shown: 'Thanks [name] and [name].' },
    { text: 'See https://x.example/t?u=ida and www.y.example/1', spans: [], shown: 'See [link] and [link]' },
    { text: 'Parcel 1Z99912345 of 4.1.2026', spans: [], shown: 'Parcel [number] of [number]' },
    { text: 'Nummer ٠١٢٣٤٥٦', spans: [], shown: 'Nummer [number]' },
    { text: 'In 2026 for 49.90 by 3', spans: [], shown: 'In 2026 for 49.90 by 3' },
    { text: 'sp\u200blit 12\u200b34\u200b567', spans: [], shown: 'split [number]' },
    { text: 'Two\n\nlines\t!', spans: [], shown: 'Two lines !' },
  ] as const)('$text', ({ text, spans, shown }) => {
    const personal = spans.map(([what, kind]) => span(text, what, kind));
    expect(maskPersonal(text, personal)).toBe(shown);
  });

  it('bears spans that overlap, come twice, or stand in any order', () => {
    const text = 'IBAN DE89370400440532013000 here';
    const one = span(text, 'DE89370400440532013000', 'iban');
    const within = span(text, '0532013000', 'phone');
    for (const spans of [
      [one, within],
      [within, one, one],
    ])
      expect(maskPersonal(text, spans)).toBe('IBAN [iban] here');
  });

  it('never shows a number of five digits or more, an address, or more than its length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('12345', ' 4111 1111', 'a@b.cd', '@ida', '\u200b'))),
        (parts) => {
          const shown = maskPersonal(parts.join(''), []);
          expect(shown.length).toBeLessThanOrEqual(MOST_SHOWN);
          expect(shown).not.toMatch(/[0-9]{5}/);
          expect(shown).not.toMatch(/[a-z0-9]@[a-z0-9]+\.[a-z]/i);
        },
      ),
      { seed: 17 },
    );
    expect(maskPersonal('x'.repeat(9_999), [])).toHaveLength(MOST_SHOWN);
  });

  it.each([
    { one: 'Broken!!', other: 'broken !!', isSame: true },
    { one: 'ＢＲＯＫＥＮ, [order]', other: 'broken [order]', isSame: true },
    { one: 'It works', other: 'It never works', isSame: false },
    { one: 'Fine 😀', other: 'Fine 😡', isSame: false },
    { one: 'Broken?', other: 'Broken!', isSame: false },
  ])('“$one” and “$other” are the same words: $isSame', ({ one, other, isSame }) => {
    expect(sameWords(one) === sameWords(other)).toBe(isSame);
  });
});
