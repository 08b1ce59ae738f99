import { describe, expect, it } from 'vitest';
import type { Search } from '../../core/listening/search.ts';
import { queriesOf } from './listen-queries.ts';

const search = (anyOf: readonly string[], rest: Partial<Search> = {}): Search => ({
  anyOf,
  together: [],
  without: [],
  languages: [],
  ...rest,
});
const asked = (...searches: Search[]) =>
  queriesOf(searches).map(({ q, lang }) => (lang === undefined ? q : `${q} [${lang}]`));

describe('what is asked for', () => {
  it.each<[string, Search, string[]]>([
    ['a word', search(['kettleco']), ['kettleco']],
    ['a phrase stands in quotes', search(['kettle co']), ['"kettle co"']],
    ['spaces and lines are one', search(['  kettle \n co ']), ['"kettle co"']],
    ['a hashtag alone', search(['#kettleco']), ['#kettleco']],
    ['a hashtag beside its word is found with it', search(['#KettleCo', 'kettleco', '@kettleco']), ['kettleco']],
    ['a hashtag beside a phrase is not', search(['kettle co', '#kettleco']), ['"kettle co"', '#kettleco']],
    ['a name by its letters', search(['@kettleco']), ['kettleco']],
    ['a whole name', search(['@kettle.bsky.social']), ['"kettle.bsky.social"']],
    ['capitals make no second query', search(['Kettleco', 'KETTLECO']), ['Kettleco']],
    ['other scripts', search(['Чайник', '水壺', '#水壺']), ['水壺', 'Чайник']],
    ['one language', search(['kettleco'], { languages: ['sv-SE'] }), ['kettleco [sv]']],
    ['two ways to write one language', search(['kettleco'], { languages: ['en-GB', 'en-US'] }), ['kettleco [en]']],
    ['of several languages none', search(['kettleco'], { languages: ['sv', 'de'] }), ['kettleco']],
    ['a language that is none', search(['kettleco'], { languages: ['lang:sv'] }), ['kettleco']],
    [
      'neither what stands beside nor what must not',
      search(['tea'], { together: ['help'], without: ['job'] }),
      ['tea'],
    ],
    ['nothing', search([]), []],
    ['words without a letter', search(['', ' ', '#', '@', '"', '-', '...']), []],
    ['figures are a word and no hashtag', search(['#2026']), ['2026']],
    ['an emoji', search(['🫖']), ['"🫖"']],
  ])('%s', (_, given, queries) => expect(asked(given)).toEqual(queries));

  it.each([
    ['a quote', 'kettle" | from:me "co', '"kettle | from:me co"'],
    ['a backslash', 'kettle\\" co', '"kettle co"'],
    ['an author', 'from:me', '"from:me"'],
    ['an exclusion', '-kettle', '"-kettle"'],
    ['a choice', 'OR', '"OR"'],
    ['brackets', '(kettle)', '"(kettle)"'],
    ['a NUL and half an emoji', 'kettle\u0000co\ud83e', '"kettle co\ufffd"'],
    ['two hashes', '##kettle', 'kettle'],
    ['a hashtag with an operator', '#kettle:co', '"kettle:co"'],
  ])('%s in a word is a letter like others', (_, word, q) => expect(asked(search([word]))).toEqual([q]));

  it('cuts between words what is too long, and leaves out what cannot be cut', () => {
    const [q = ''] = asked(search([Array.from({ length: 90 }, (_, at) => `word${at}`).join(' ')]));
    expect(q.length).toBeLessThanOrEqual(302);
    expect(q).toMatch(/^"word0 .* word\d+"$/);
    expect(asked(search(['x'.repeat(5_000), 'tea']))).toEqual(['tea']);
  });

  it('asks first for what is meant, and then for slips of the finger', () => {
    const anyOf = ['#kettleco', '@kettleco', 'ketle co', 'ketleco', 'kettle co', 'kettleco'];
    expect(asked(search(anyOf))).toEqual(['kettleco', '"kettle co"', '"ketle co"', 'ketleco']);
  });

  it('asks once for what two rules want, and without a language when one of them wants all', () => {
    expect(
      asked(search(['tea'], { languages: ['sv'] }), search(['Tea']), search(['tea'], { languages: ['de'] })),
    ).toEqual(['Tea']);
    expect(asked(search(['tea'], { languages: ['sv'] }), search(['#tea'], { languages: ['de'] }))).toEqual([
      'tea [sv]',
      '#tea [de]',
    ]);
  });

  it('names every query differently, and the same query the same', () => {
    const searches = [search(['tea', '#pot', 'a b']), search(['tea'], { languages: ['sv'] }), search(['constructor'])];
    const keys = queriesOf(searches).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      queriesOf(searches.toReversed())
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(keys.toSorted());
  });
});
