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
  queriesOf(searches).map(({ path, params }) => (params.q === undefined ? path : `${path} ${params.q}`));

const SEARCH = '/api/v2/search';
const TAG = '/api/v1/timelines/tag';

describe('what is asked for', () => {
  it.each<[string, Search, string[]]>([
    ['a word', search(['kettleco']), [`${SEARCH} kettleco`]],
    ['a phrase stands in quotes', search(['kettle  co']), [`${SEARCH} "kettle co"`]],
    [
      'a hashtag has a timeline, and comes first',
      search(['kettleco', '#KettleCo']),
      [`${TAG}/KettleCo`, `${SEARCH} kettleco`],
    ],
    ['a hashtag of another script', search(['#чайник']), [`${TAG}/%D1%87%D0%B0%D0%B9%D0%BD%D0%B8%D0%BA`]],
    ['a name by its letters, once', search(['@kettleco', 'KETTLECO']), [`${SEARCH} kettleco`]],
    ['a whole name', search(['@care@kettle.example']), [`${SEARCH} "care@kettle.example"`]],
    ['no languages', search(['tea'], { languages: ['sv'] }), [`${SEARCH} tea`]],
    [
      'neither what stands beside nor what must not',
      search(['tea'], { together: ['help'], without: ['job'] }),
      [`${SEARCH} tea`],
    ],
    ['nothing', search(['', '#', '"', '...']), []],
    ['figures are a word and no hashtag', search(['#2026']), [`${SEARCH} 2026`]],
    ['an author', search(['from:me']), [`${SEARCH} "from:me"`]],
    ['an exclusion', search(['-tea']), [`${SEARCH} "-tea"`]],
    ['a quotation inside', search(['tea" -pot "x']), [`${SEARCH} "tea -pot x"`]],
    ['a path in a hashtag', search(['#../../../accounts']), [`${SEARCH} "../../../accounts"`]],
    ['a word too long for anybody', search(['x'.repeat(5_000)]), []],
  ])('%s', (_, given, queries) => expect(asked(given)).toEqual(queries));

  it('asks once for what two rules want, and names a hashtag and its word differently', () => {
    const queries = queriesOf([search(['Tea', '#tea']), search(['tea', '#TEA', '" tea'])]);
    expect(queries.map(({ words }) => words)).toEqual(['#tea', 'Tea']);
    expect(new Set(queries.map(({ key }) => key)).size).toBe(2);
  });
});
