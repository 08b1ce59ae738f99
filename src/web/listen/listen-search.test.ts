import { describe, expect, it } from 'vitest';
import { isNarrowed, narrowOf, readListenSearch, wholeOf } from './listen-search.ts';

const ID = '01a2060c-5208-71b6-a447-850333fb273c';

describe('an address of listening', () => {
  it.each([
    [{}, {}],
    [
      { board: ID, show: 'picture', days: '30' },
      { board: ID, show: 'picture', days: 30 },
    ],
    [{ days: '7', state: 'waiting' }, {}],
    [{ board: 'x', days: '8', state: 'gone', mood: 'sad', show: 'all', from: 'soon', channel: '' }, {}],
    [
      { mood: 'unclear', term: 2026 },
      { mood: 'unclear', term: '2026' },
    ],
    [{ from: '2026-11-22T10:00:00Z' }, { from: '2026-11-22T10:00:00.000Z' }],
  ])('%j is read as %j', (address, read) => {
    expect(readListenSearch(address)).toEqual(read);
    // A link that is opened again says the same.
    expect(readListenSearch(read)).toEqual(read);
  });

  it('asks the server for all of it, in its words', () => {
    expect(narrowOf({ board: ID, mood: 'negative', term: 'refund' })).toEqual({
      state: 'waiting',
      sentiment: 'negative',
      words: 'refund',
    });
  });

  it.each([
    [{ board: ID, state: 'all' }, false],
    [{ board: ID, term: 'refund' }, true],
    [{ alike: ID }, true],
  ] as const)('%j narrows: %s', (search, is) => {
    expect(isNarrowed(search)).toBe(is);
    expect(isNarrowed(wholeOf(search))).toBe(false);
  });
});
