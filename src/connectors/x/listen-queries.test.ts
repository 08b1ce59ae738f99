import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Search } from '../../core/listening/search.ts';
import { readQuery } from '../../simulators/x/query.ts';
import { Store } from '../../simulators/x/store.ts';
import { QUERY_MOST, queriesOf } from './listen-queries.ts';

const OWN = '-from:KettleCo -@KettleCo -is:retweet';
const search = (change: Partial<Search>): Search => ({
  anyOf: [],
  together: [],
  without: [],
  languages: [],
  ...change,
});
const asked = (change: Partial<Search>) => queriesOf(search(change), 'KettleCo').map(({ query }) => query);

it.each<[string, Partial<Search>, string]>([
  ['a word', { anyOf: ['kettle'] }, '(kettle)'],
  ['a phrase', { anyOf: ['kettle co', 'kettleco'] }, '("kettle co" OR kettleco)'],
  ['a tag, also of a name in Greek', { anyOf: ['#kettleco', '#Βραστήρας'] }, '(#kettleco OR #Βραστήρας)'],
  ['a tag that X does not have', { anyOf: ['#kettle-co', '#123'] }, '("kettle-co" OR 123)'],
  ['a name', { anyOf: ['@other_co'] }, '(@other_co)'],
  ['a name of another network', { anyOf: ['@kettleco.bsky.social'] }, '("kettleco.bsky.social")'],
  ['a word twice', { anyOf: ['Kettle', 'kettle'] }, '(kettle)'],
  ['the own name, which comes as a mention', { anyOf: ['kettle', '@KETTLECO'] }, '(kettle)'],
  ['words of other scripts', { anyOf: ['주전자', 'чайник'] }, '(주전자 OR чайник)'],
  ['words that are operators', { anyOf: ['OR', 'not', 'and'] }, '("OR" OR "not" OR "and")'],
  ['operators within', { anyOf: ['lang:en', '-is:reply', 'from:elon'] }, '("lang:en" OR "-is:reply" OR "from:elon")'],
  ['quotes and brackets within', { anyOf: ['a") OR (from:b "c'] }, '("a OR from:b c")'],
  ['a stem', { anyOf: ['kettl*'] }, '(kettl)'],
  ['nothing but signs beside a word', { anyOf: ['!!!', '""', 'kettle', ''] }, '(kettle)'],
  [
    'what must stand beside',
    { anyOf: ['kettle'], together: ['leaks', 'not working'] },
    '(kettle) (leaks OR "not working")',
  ],
  ['endings beside, which X does not know', { anyOf: ['kettle'], together: ['leaks', 'problem*'] }, '(kettle)'],
  [
    'exclusions',
    { anyOf: ['kettle'], without: ['job', 'boiling water', '#ad', 'corn*', '-x'] },
    '(kettle) -job -"boiling water" -#ad -"-x"',
  ],
  ['languages', { anyOf: ['kettle'], languages: ['de-AT', 'he'] }, '(kettle) (lang:de OR lang:iw OR lang:und)'],
  [
    'a language that others are taken for',
    { anyOf: ['kettle'], languages: ['hr'] },
    '(kettle) (lang:bs OR lang:hr OR lang:sl OR lang:sr OR lang:und)',
  ],
  ['a language that X does not know', { anyOf: ['kettle'], languages: ['en', 'tlh'] }, '(kettle)'],
])('asks for %s', (_, change, query) => {
  expect(asked(change)).toEqual([`${query} ${OWN}`]);
});

it.each<[string, Partial<Search>]>([
  ['nothing', {}],
  ['signs', { anyOf: ['!', '"', '@'] }],
  ['the own name alone', { anyOf: ['@KettleCo'] }],
  ['endless words', { anyOf: ['k'.repeat(2_000)] }],
])('asks nothing for %s', (_, change) => {
  expect(asked(change)).toEqual([]);
});

it('asks without a name where X does not give one', () => {
  expect(queriesOf(search({ anyOf: ['kettle'] }), '')).toMatchObject([{ query: '(kettle) -is:retweet' }]);
});

it('has a plain form, should X refuse languages or exclusions', () => {
  expect(queriesOf(search({ anyOf: ['kettle'], without: ['job'], languages: ['en'] }), 'KettleCo')).toMatchObject([
    { plain: `(kettle) ${OWN}` },
  ]);
});

describe('long lists', () => {
  const words = (count: number, stem: string) => Array.from({ length: count }, (_, at) => `${stem} number${at}`);

  it('become several questions, each of which X takes, with every word of the one beside every word of the other', () => {
    const [anyOf, together] = [words(30, 'kettle'), words(60, 'trouble')];
    const all = asked({ anyOf, together, without: words(100, 'job'), languages: ['en', 'de'] });
    for (const query of all) expect(query.length).toBeLessThanOrEqual(QUERY_MOST);
    for (const word of anyOf)
      for (const beside of together)
        expect(all.some((query) => query.includes(`"${word}"`) && query.includes(`"${beside}"`))).toBe(true);
    expect(new Set(all).size).toBe(all.length);
  });

  it('of exclusions take no room from the words', () => {
    expect(asked({ anyOf: words(10, 'kettle'), without: words(100, 'job') })).toHaveLength(1);
  });

  it('of what stands beside leave a few words whole', () => {
    expect(asked({ anyOf: ['kettle co', 'kettleco'], together: words(15, 'out') })).toHaveLength(1);
  });
});

it('whatever stands in the words, X understands the question and its length', () => {
  const store = new Store();
  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('OR', '(', ')', '"', '-', 'lang:xx', '#', '@a', '*', 'is:reply'),
  );
  const list = fc.array(word, { maxLength: 40 });
  fc.assert(
    fc.property(list, list, list, list, (anyOf, together, without, languages) => {
      for (const { query, plain } of queriesOf({ anyOf, together, without, languages }, 'KettleCo'))
        for (const one of [query, plain]) {
          expect(one.length).toBeLessThanOrEqual(QUERY_MOST);
          expect(one).toContain(`) ${OWN}`.slice(2));
          expect(() => readQuery(one, store)).not.toThrow();
        }
    }),
    { numRuns: 300, seed: 17 },
  );
});
