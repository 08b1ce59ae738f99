import { describe, expect, it } from 'vitest';
import { lackingOf, setInUse } from './credential-sets.ts';

const field = (name: string, label: string) => ({ name, label, help: '', kind: 'text' }) as const;
const FORM = {
  fields: [field('shop', 'Shop'), field('id', 'Client ID'), field('secret', 'Secret'), field('token', 'Access token')],
  sets: [
    { key: 'app', label: 'an app', about: '', needs: ['id', 'secret'] },
    { key: 'token', label: 'a token', about: '', needs: ['token'], may: ['secret'] },
  ],
};

describe('either one set of credentials or another', () => {
  it.each([
    ['the one', { id: 'a', secret: 'b' }, 'app'],
    ['the other', { token: 't' }, 'token'],
    ['both: the last', { id: 'a', secret: 'b', token: 't' }, 'token'],
    ['half of one', { id: 'a' }, null],
    ['spaces', { token: '  ' }, null],
    ['nothing', { id: null }, null],
  ])('%s', (_, given, key) => {
    expect(setInUse(FORM.sets, given)?.key ?? null).toBe(key);
  });

  it.each([
    [
      'nothing was given',
      {},
      [
        ['id', /Client ID is missing\. Give either Client ID and Secret, or Access token\./],
        ['secret', /^Secret is missing\.$/],
      ],
    ],
    ['half of the first', { id: 'a' }, [['secret', /^Secret is missing\. Give either/]]],
    ['what may stand in both, alone', { secret: 'b' }, [['id', /^Client ID is missing/]]],
    ['one is whole', { token: 't', id: 'a' }, []],
  ] as const)('says what is missing: %s', (_, given, told) => {
    const lacking = lackingOf(FORM, given);
    expect(lacking.map((one) => one.field)).toEqual(told.map(([name]) => name));
    for (const [at, [, words]] of told.entries()) expect(lacking[at]?.message).toMatch(words);
  });

  it('is nothing to a form without sets', () => {
    expect(lackingOf({ fields: FORM.fields }, {})).toEqual([]);
  });
});
