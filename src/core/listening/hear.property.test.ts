import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPost, LONGEST } from './cut-post.ts';
import { createHear } from './hear.ts';
import { CARES } from './listening-rule.ts';
import { postOf } from './marked.fixture.ts';
import { ruleOf } from './rule.fixture.ts';

const BRANDS = ['Fjell', 'Kettle Co', 'Ζβόνα', '피엘', '케틀코', 'ケトル', 'H&M', 'Booking.com', "L'Oréal"];
const RULE = ruleOf({ brand: BRANDS, without: ['giveaway*', '#ad', '@somebody', '抽奖'] });
const hear = createHear();
const language = fc.constantFrom(null, 'en', 'de', 'el', 'hr', 'hu', 'fi', 'ko', 'sv', 'ja', '', 'x-klingon');
/** Pieces that mean something to the reader, in any order, and anything else. */
const piece = fc.oneof(
  fc.constantFrom(...BRANDS, '#', '@', '.', "'", '’', '-', ':', '&', '+', '*', ' ', '\n', 'https://', 'www.', '.com'),
  fc.constantFrom('\u0301', '\u200d', '\ud83d', '\udc00', '\u1100', '\u1161', 'ﾊﾞ', 'ß', 'ﬁ', '𝐅', 'İ', '😡', 'help'),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('whatever somebody writes', () => {
  it('is read without an error, and what is marked stands in it', () => {
    fc.assert(
      fc.property(text, language, fc.constantFrom(...CARES), (said, tongue, care) => {
        const heard = hear({ ...RULE, care }, postOf(said, tongue), null);
        if ('why' in heard) return;
        expect(heard.because.length).toBeGreaterThan(0);
        for (const { from, to } of heard.because) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(said.length);
        }
      }),
      { numRuns: 1500, seed: 17 },
    );
  });

  it('as rules is taken without an error', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.array(text, { maxLength: 5 }), text, (brand, without, said) => {
        const rule = { ...RULE, brand, without, triggers: { en: without, '*': brand }, care: 'words' as const };
        hear(rule, postOf(said), { added: { en: brand }, off: {} });
      }),
      { numRuns: 400, seed: 17 },
    );
  });

  it('around a brand changes nothing of where it is marked', () => {
    const around = fc.constantFrom('', 'so, ', '😡😡 ', 'ﬁne ', '𝐒𝐨 ', 'e\u0301e\u0301 ', '말 ', 'ς. ', 'İİ ');
    fc.assert(
      fc.property(
        around,
        fc.constantFrom('Fjell', 'FJELL', 'Kettle Co', '#Fjell', '@fjell', 'Ζβόνα'),
        around,
        (before, name, after) => {
          const said = `${before}${name} ${after}`;
          const heard = hear(RULE, postOf(said), null);
          if ('why' in heard) throw new Error(`${said}: ${heard.why}`);
          expect(heard.because.map(({ from, to }) => said.slice(from, to))).toEqual([name]);
        },
      ),
      { seed: 17 },
    );
  });
});

describe('a long text', () => {
  const shapes: readonly (readonly [what: string, unit: string])[] = [
    ['one letter', 'a'],
    ['one Hangul syllable', '피'],
    ['one Han letter', '水'],
    ['dots', 'a.'],
    ['mail addresses that are none', 'a@'],
    ['handles', '@'],
    ['hashtags', '#'],
    ['humps', '#aB'],
    ['apostrophes', "d'"],
    ['accents', 'e\u0301'],
    ['halves of pairs', '\ud83d'],
    ['nearly a brand', 'fjel '],
    ['spaces', ' '],
  ];
  it.each(shapes)('costs no more for each sign than a short one: %s', (_, unit) => {
    const ofLength = (units: number) => {
      const said = unit.repeat(units / unit.length);
      return cutPost(said).steps / said.length;
    };
    expect(ofLength(LONGEST)).toBeLessThanOrEqual(ofLength(LONGEST / 10) * 1.1 + 0.01);
    expect(ofLength(LONGEST)).toBeLessThan(8);
  });

  it.each(['fjel ', 'fjell ', '#FjellFail ', '@fjell ', '피엘 ', 'ケトル', 'help '])(
    'that says nothing but %j is marked a few times only',
    (unit) => {
      const said = unit.repeat(LONGEST / unit.length);
      const heard = hear({ ...RULE, care: unit === 'help ' ? 'words' : 'anything' }, postOf(`Fjell ${said}`), null);
      expect('because' in heard && heard.because.length).toBeLessThanOrEqual(24);
    },
  );

  it('is read as far as somebody calls, and no further', () => {
    const said = `${'a'.repeat(100_000)} Fjell`;
    expect(cutPost(said).steps).toBeLessThan(LONGEST * 8);
    expect(hear(RULE, postOf(said), null)).toHaveProperty('why', 'no_brand');
    const soon = `Fjell ${'a '.repeat(50_000)}`;
    expect(hear(RULE, postOf(soon), null)).toMatchObject({
      because: [{ from: 0, to: 5 }],
    });
  });
});
