import { describe, expect, it } from 'vitest';
import { credentialForm, hearsAtOnce, standingOf } from './credentials.ts';

const good = { apiKey: ' key ', apiSecret: 's', accessToken: '7-t', accessSecret: 'a' };
const parse = (change: object) => credentialForm.parse({ ...good, ...change });

it('fills what was left out: the smallest plan, and a ceiling', () => {
  expect(parse({})).toEqual({
    ok: true,
    value: {
      ...good,
      apiKey: 'key',
      clientSecret: '',
      plan: 'pay_per_use',
      ownsApp: false,
      keywords: [],
      dailyCeiling: 5,
      ceilingIn: 'dollars',
      hearAtOnce: true,
    },
  });
});

it.each([
  [{}, true],
  [{ hearAtOnce: 'true' }, true],
  [{ hearAtOnce: false }, false],
])('hears at once unless it was turned off: %j', (change, hears) => {
  expect(parse(change)).toMatchObject({ value: { hearAtOnce: hears } });
  expect(hearsAtOnce({})).toBe(true);
});

it.each([
  {
    given: '"kettle co, ltd", #kettle lang:en\nteapot, teapot',
    kept: ['"kettle co, ltd"', '#kettle lang:en', 'teapot'],
  },
  { given: ['a b', '"c, d"'], kept: ['a b', '"c, d"'] },
  { given: ' ,\n', kept: [] },
])('takes searches apart: $given', ({ given, kept }) => {
  expect(parse({ keywords: given })).toMatchObject({ value: { keywords: kept } });
});

describe('says which field is wrong', () => {
  it.each([
    { change: { accessToken: 'AAAAAAAAAA%3D' }, field: 'accessToken' },
    { change: { apiKey: 'two words' }, field: 'apiKey' },
    { change: { plan: 'free' }, field: 'plan' },
    { change: { dailyCeiling: -1 }, field: 'dailyCeiling' },
    { change: { dailyCeiling: 'much' }, field: 'dailyCeiling' },
    { change: { keywords: 'x'.repeat(500) }, field: 'keywords' },
    { change: { keywords: Array.from({ length: 21 }, (_, at) => `word${at}`) }, field: 'keywords' },
    { change: { apiSecret: undefined }, field: 'apiSecret' },
  ])('$change', ({ change, field }) => {
    expect(parse(change)).toMatchObject({ ok: false, errors: [{ field, message: expect.stringMatching(/\S+ \S+/) }] });
  });
});

it.each([
  [{ plan: 'enterprise' }, 'enterprise'],
  [{ plan: 'platinum' }, 'pay_per_use'],
  [null, 'pay_per_use'],
] as const)('a plan that nobody named is the smallest: %j', (settings, plan) => {
  expect(standingOf(settings).plan).toBe(plan);
});
