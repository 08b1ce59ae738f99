import { describe, expect, it } from 'vitest';
import { marked } from './marked.fixture.ts';

describe('a misspelling', () => {
  it.each([
    ['one letter less', 'Fjell', 'en', 'Fjel is late', 'misspelt: Fjel'],
    ['two letters swapped', 'Fjell', 'en', 'Fejll is late', 'misspelt: Fejll'],
    ['the first two swapped', 'Zvona', 'en', 'Vzona is late', 'misspelt: Vzona'],
    ['one of two words', 'Kettle Co', 'en', 'Ketle Co is late', 'misspelt: Ketle Co'],
    ['in one word', 'Kettle Co', 'en', 'kettelco is late', 'misspelt: kettelco'],
    ['two of a long word', 'Northernlight', 'en', 'Nortrenlight is late', 'misspelt: Nortrenlight'],
    ['cut in two', 'Vodafone', 'en', 'voda fone is late', 'misspelt: voda fone'],
    ['without its last vowel', 'Vodafone', 'en', 'vodafon is late', 'misspelt: vodafon'],
    ['by its sound', 'Vodafone', 'en', 'vodaphone is late', 'misspelt: vodaphone'],
    ['before its number', 'Tele2', 'hr', 'tele 2 kasni', 'misspelt: tele 2'],
    ['as a hashtag', 'Kettle Co', 'en', 'late #ketleco', 'misspelt: #ketleco'],
    ['with its ending', 'Fjell', 'fi', 'Fjelin takki', 'misspelt: Fjelin'],
    ['with an apostrophe', 'Fjell', 'en', "Fjel's jacket", "misspelt: Fjel's"],
    ['in Greek', 'Ζβόνα', 'el', 'η Ζβόννα', 'misspelt: Ζβόννα'],
    ['in Hangul', '케틀코', 'ko', '캐틀코에서', 'misspelt: 캐틀코에서'],
    ['a doubled letter in a language nobody knows', 'Fjell', 'sv', 'Fjjell', 'misspelt: Fjjell'],
  ] as const)('is heard: %s', (_, brand, language, text, found) => {
    expect(marked(brand, text, language)).toEqual([found]);
  });

  it.each([
    ['of a short word', 'Bosh', 'en', 'Bosch'],
    ['with another first letter', 'Fjell', 'en', 'Mjell'],
    ['that is a word', 'Fjell', 'en', 'I fell'],
    ['that is a word of the language', 'Zvona', 'hr', 'nova zona'],
    ['two of a word that is not long', 'Fjell', 'en', 'Fjxxl'],
    ['that is another form', 'Zvona', 'hr', 'Zvon, zvonu'],
    ['with another last vowel', 'Glovo', 'de', 'Glove'],
    ['without its number', 'Tele2', 'hr', 'tele'],
    ['that is a word where nobody knows the words', 'Fjell', 'sv', 'på ett fjäll'],
    ['as a handle, which is somebody else', 'Fjell', 'en', '@fjel'],
    ['of somebody by name', '즈보나', 'ko', '조보나 씨'],
  ] as const)('is not heard: %s', (_, brand, language, text) => {
    expect(marked(brand, text, language)).toEqual([]);
  });

  it('is for rules that want it', () => {
    expect(marked('Fjell', 'Fjel', 'en', { forms: ['plain', 'hashtag', 'handle'] })).toEqual([]);
  });
});
