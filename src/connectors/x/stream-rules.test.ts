import { describe, expect, it } from 'vitest';
import type { Search } from '../../core/listening/search.ts';
import { differenceOf, rulesFor, type Wanted } from './stream-rules.ts';

const search = (...anyOf: string[]): Search => ({ anyOf, together: [], without: [], languages: [] });
const wanted = (change: Partial<Wanted> = {}): Wanted => ({
  account: '700',
  handle: 'KettleCo',
  ownsApp: false,
  keywords: [],
  searches: [],
  ...change,
});
const MENTIONS = '@KettleCo -from:KettleCo -is:retweet';
const of = (words: string) => `(${words}) -from:KettleCo -@KettleCo -is:retweet`;

describe('an account wants', () => {
  it.each([
    { of: 'its mentions', given: {}, rules: [['earshot:700:mentions:1', MENTIONS]] },
    { of: 'no mentions where their list is cheaper', given: { ownsApp: true }, rules: [] },
    { of: 'nothing without a name', given: { handle: '', keywords: ['tea'] }, rules: [] },
    {
      of: 'what the lists are asked for',
      given: { ownsApp: true, keywords: ['tea OR cup', '#kettle'], searches: [search('kettle co'), search('pot')] },
      rules: [
        ['earshot:700:search:1', of('tea OR cup')],
        ['earshot:700:search:2', of('#kettle')],
        ['earshot:700:listen:1', of('"kettle co"')],
        ['earshot:700:listen:2', of('pot')],
      ],
    },
    {
      of: 'each once',
      given: { ownsApp: true, searches: [search('pot'), search('pot')] },
      rules: [['earshot:700:listen:1', of('pot')]],
    },
    {
      of: 'none that is too long',
      given: { keywords: ['t'.repeat(1_000)] },
      rules: [['earshot:700:mentions:1', MENTIONS]],
    },
  ])('$of', ({ given, rules }) => {
    expect(rulesFor(wanted(given)).map(({ tag, value }) => [tag, value])).toEqual(rules);
  });
});

describe('what is changed', () => {
  const rule = (value: string, tag = 'earshot:700:search:1') => ({ value, tag });
  const standing = (id: string, value: string, tag?: string) => ({ id, ...rule(value, tag) });
  it.each([
    { of: 'nothing, where all of it stands', wanted: ['a'], stands: [standing('1', 'a')], add: [], remove: [] },
    { of: 'what is missing', wanted: ['a', 'b'], stands: [standing('1', 'a')], add: ['b'], remove: [] },
    {
      of: 'what nobody wants any more',
      wanted: ['a'],
      stands: [standing('1', 'a'), standing('2', 'b')],
      add: [],
      remove: ['2'],
    },
    { of: 'one for two who want it', wanted: ['a', 'a'], stands: [], add: ['a'], remove: [] },
    {
      of: 'not what stands under another tag',
      wanted: ['a'],
      stands: [standing('1', 'a', 'watch')],
      add: [],
      remove: [],
    },
    {
      of: 'none of another program or account',
      wanted: [],
      stands: [
        standing('1', 'a', 'watch:7'),
        standing('2', 'b', ''),
        standing('3', 'c', 'earshot:7001:search:1'),
        standing('4', 'd', 'earshot:70:search:1'),
        standing('5', 'e', 'my earshot:700:search:1'),
        standing('6', 'f'),
      ],
      add: [],
      remove: ['6'],
    },
  ])('$of', ({ wanted: values, stands, add, remove }) => {
    const found = differenceOf(
      values.map((value) => rule(value)),
      stands,
      new Set(['700']),
    );
    expect([found.add.map(({ value }) => value), found.remove]).toEqual([add, remove]);
  });
});
