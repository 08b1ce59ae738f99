import { describe, expect, it } from 'vitest';
import { createHear } from './hear.ts';
import type { ListeningRule } from './listening-rule.ts';
import { postOf } from './marked.fixture.ts';
import { ruleOf } from './rule.fixture.ts';

const hear = createHear();

describe('a trigger', () => {
  const need = (text: string, language: string | null, over: Partial<ListeningRule> = {}, own = {}) => {
    const triggers = { added: {}, off: {}, ...own };
    const said = hear(ruleOf({ brand: ['Fjell'], care: 'words', ...over }), postOf(text, language), triggers);
    return 'why' in said
      ? said.why
      : said.because.filter(({ kind }) => kind === 'trigger').map(({ from, to }) => text.slice(from, to));
  };

  it.each([
    ['of the language', 'Fjell Jacke ist kaputt', 'de', ['kaputt']],
    ['of a region of the language', 'Fjell please help', 'en-GB', ['help']],
    ['of a language that is written the same', 'Fjell paket kasni', 'sr', ['kasni']],
    ['of several words', "Fjell doesn't work, not working", 'en', ["doesn't work", 'not working']],
    ['by its beginning', 'Fjell Reklamationen', 'de', ['Reklamationen']],
    ['without its accents', 'Φτάνει Fjell, προβλημα', 'el', ['προβλημα']],
    ['loud and long', 'FJELL HEEEELP', 'en', ['HEEEELP']],
    ['in a hashtag', 'Fjell #help', 'en', ['help']],
    ['in any language where none is told', 'Fjell kaputt', null, ['kaputt']],
  ] as const)('%s', (_, text, language, found) => {
    expect(need(text, language)).toEqual(found);
  });

  it.each([
    ['is missing', 'Fjell jacket in blue', 'en'],
    ['is of another language', 'Fjell kaputt', 'fi'],
    ['is said not to be there', 'no problem with Fjell', 'en'],
    ['is said never to have been there', 'never had any issues with Fjell', 'en'],
    ['is said not to be there, in German', 'kein Problem mit Fjell', 'de'],
    ['is said not to be there, in Korean', 'Fjell 문제 없어요', 'ko'],
  ] as const)('that %s', (_, text, language) => {
    expect(need(text, language)).toBe('no_trigger');
  });

  it('"any problems" asks, and is heard', () => {
    expect(need('anybody else having any problems with Fjell', 'en')).toEqual(['problems']);
  });

  it('of the rule counts, in its language or in all', () => {
    expect(need('Fjell moths', 'en', { triggers: { en: ['moth*'] } })).toEqual(['moths']);
    expect(need('Fjell moths', 'de', { triggers: { en: ['moth*'] } })).toBe('no_trigger');
    expect(need('Fjell moths', 'de', { triggers: { '*': ['moths'] } })).toEqual(['moths']);
  });

  it('of the workspace counts, and one that it took off does not', () => {
    expect(need('Fjell moths', 'en', {}, { added: { en: ['moths'] } })).toEqual(['moths']);
    expect(need('Fjell help', 'en', {}, { off: { en: ['help'] } })).toBe('no_trigger');
    expect(need('Fjell help', 'en')).toEqual(['help']);
  });

  it('within the name of the brand calls for nothing', () => {
    expect(need('Help Fjell is open', 'en', { brand: ['Help Fjell'] })).toBe('no_trigger');
    expect(need('Help Fjell, help', 'en', { brand: ['Help Fjell'] })).toEqual(['help']);
  });

  it('is asked for by rules that need one only', () => {
    expect(need('Fjell jacket', 'en', { care: 'anything' })).toEqual([]);
  });
});
