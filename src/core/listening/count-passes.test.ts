import { expect, it } from 'vitest';
import { countPasses } from './count-passes.ts';

it('counts what a rule heard, and why it let the others pass', () => {
  const heard = { ruleId: 'a', boardId: 'b', becomes: 'board', because: [] } as const;
  const results = [
    heard,
    { ruleId: 'a', why: 'no_brand' },
    { ruleId: 'a', why: 'excluded', word: 'win' },
    { ruleId: 'a', why: 'excluded', word: 'giveaway' },
    { ruleId: 'a', why: 'excluded', word: 'win' },
    heard,
  ] as const;
  expect(countPasses(results)).toEqual({
    heard: 2,
    byWhy: { source: 0, language: 0, no_brand: 1, excluded: 3, no_trigger: 0 },
    byWord: [
      ['win', 2],
      ['giveaway', 1],
    ],
  });
  expect(countPasses([])).toMatchObject({ heard: 0, byWord: [] });
});
