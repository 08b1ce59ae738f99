import { expect, it } from 'vitest';
import { chooseVariant } from './choose-variant.ts';

const en = { language: 'en', text: 'Hello' };
const de = { language: 'de', text: 'Hallo' };
const ch = { language: 'de-CH', text: 'Grüezi' };
const all = { language: null, text: 'Hi' };

it.each([
  { who: 'German', language: 'de', variants: [en, de, all], says: 'Hallo' },
  { who: 'Swiss German', language: 'de-CH', variants: [de, ch, all], says: 'Grüezi' },
  { who: 'Austrian German', language: 'de-AT', variants: [en, de, all], says: 'Hallo' },
  { who: 'German, where only the Swiss words are there', language: 'DE', variants: [en, ch], says: 'Grüezi' },
  { who: 'Korean', language: 'ko', variants: [en, de, all], says: 'Hi' },
  { who: 'Korean, with no words for all', language: 'ko', variants: [en, de], says: 'Hello' },
  { who: 'an unknown language', language: null, variants: [en, all], says: 'Hi' },
])('$who is answered with $says', ({ language, variants, says }) => {
  expect(chooseVariant(variants, language)?.text).toBe(says);
});

it('has no words where there are none', () => {
  expect(chooseVariant([], 'en')).toBeNull();
});
