import { describe, expect, it } from 'vitest';
import { ownKeys, saidKeys } from './keys.ts';
import { isSharedMailbox, namesClash } from './names.ts';
import { type SharedKey, suggestSame } from './suggest.ts';

const key = (more: Partial<SharedKey>): SharedKey => ({
  kind: 'email',
  mine: 'own',
  theirs: 'said',
  isPrivate: true,
  people: 2,
  isShared: false,
  ...more,
});
const person = (name: string, city: string | null = null) => ({ name, city });

describe('two contacts may be one person', () => {
  it.each<{ of: string; a: string; b: string; keys: readonly Partial<SharedKey>[]; least: number; most: number }>([
    { of: 'an address that one wrote', a: 'Ida Karlsson', b: 'ida_k', keys: [{}], least: 0.9, most: 0.95 },
    {
      of: 'a number that both are reached under',
      a: 'Ida',
      b: '+46',
      keys: [{ kind: 'phone', theirs: 'own' }],
      least: 0.97,
      most: 0.99,
    },
    {
      of: 'an address and an order',
      a: 'Ida K.',
      b: 'Ida Karlsson',
      keys: [{}, { kind: 'order', mine: 'said' }],
      least: 0.97,
      most: 0.99,
    },
    { of: 'an order that both quote', a: 'x', b: 'y', keys: [{ kind: 'order', mine: 'said' }], least: 0.7, most: 0.85 },
    { of: 'a profile that one links', a: 'x', b: 'y', keys: [{ kind: 'profile' }], least: 0.6, most: 0.75 },
    { of: 'an address written in public', a: 'x', b: 'y', keys: [{ isPrivate: false }], least: 0.75, most: 0.85 },
    { of: 'the end of a number', a: 'x', b: 'y', keys: [{ kind: 'tail' }], least: 0.8, most: 0.87 },
  ])('by $of', ({ a, b, keys, least, most }) => {
    const found = suggestSame(person(a), person(b), keys.map(key));
    expect(found?.confidence).toBeGreaterThanOrEqual(least);
    expect(found?.confidence).toBeLessThanOrEqual(most);
  });

  it('only weakly by name and city, and not by a name alone', () => {
    const weak = suggestSame(person('Ida Karlsson', 'Malmö'), person('ida karlsson', 'malmo'), []);
    expect(weak).toMatchObject({ confidence: 0.45, evidence: [{ kind: 'name_city' }] });
    expect(suggestSame(person('Ida Karlsson'), person('Ida Karlsson'), [])).toBeNull();
    expect(suggestSame(person('ida', 'Malmö'), person('ida', 'Malmö'), [])).toBeNull();
  });

  it.each<{ of: string; a: string; b: string; more: Partial<SharedKey> }>([
    { of: 'two names with one number', a: 'Anna Berg', b: 'Bo Lind', more: { kind: 'phone' } },
    { of: 'a mailbox of two people', a: 'Anna Berg', b: 'annab', more: { isShared: true } },
    { of: 'a number that many have', a: 'a', b: 'b', more: { kind: 'phone', people: 5 } },
  ])('but not by $of', ({ a, b, more }) => expect(suggestSame(person(a), person(b), [key(more)])).toBeNull());
});

describe('keys', () => {
  it.each([
    ['Ida.K+shop@Gmail.com', ['email idak@gmail.com']],
    ['info@shop.example', []],
    ['no address', []],
  ])('%s as an address: %j', (said, keys) =>
    expect(ownKeys('email', said).map(({ kind, value }) => `${kind} ${value}`)).toEqual(keys),
  );

  it.each([
    ['+46 (0)70-123 45 67', ['phone 46701234567', 'tail 701234567']],
    ['0046 70 123 45 67', ['phone 46701234567', 'tail 701234567']],
    ['070-123 45 67', ['tail 701234567']],
    ['112', []],
  ])('%s as a number: %j', (said, keys) =>
    expect(ownKeys('phone', said).map(({ kind, value }) => `${kind} ${value}`)).toEqual(keys),
  );

  it('of a network with ids of its own come from the handle', () => {
    const found = (id: string, handle?: string) => ownKeys('whatsapp', id, handle).map(({ value }) => value);
    expect(found('SE.4f0c9a7712e84b1d', '+46701234567')).toEqual(['46701234567', '701234567']);
    expect(found('SE.4f0c9a7712e84b1d')).toEqual([]);
    expect(ownKeys('x', '4670123456789')).toEqual([]);
  });

  it('are found where personal data stands, and in addresses of profiles', () => {
    const text = 'I am ida@x.example, order #00-4711, see https://x.com/IdaK and https://x.com/IdaK/status/1';
    const span = (kind: 'email' | 'order', said: string) => ({
      kind,
      from: text.indexOf(said),
      to: text.indexOf(said) + said.length,
    });
    const found = saidKeys(text, [span('email', 'ida@x.example'), span('order', '#00-4711')]);
    expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'email ida@x.example',
      'order 4711',
      'profile x:idak',
    ]);
  });
});

describe('names', () => {
  it.each([
    ['Ida Karlsson', 'Ida K.', false],
    ['Ida Karlsson', 'Karlsson Ida', false],
    ['Ida Karlsson', 'Bo Karlsson', true],
    ['Ida Karlsson', 'Bo Lind', true],
    ['Ida Karlsson', 'blueberry77', false],
    ['I. Karlsson', 'Ida Karlsson', false],
  ])('%s and %s clash: %s', (a, b, clash) => expect([namesClash(a, b), namesClash(b, a)]).toEqual([clash, clash]));

  it('in turn are two people with one mailbox, one after another a wedding', () => {
    const seen = (name: string, first: number, last: number) => ({
      name,
      firstAt: new Date(first),
      lastAt: new Date(last),
    });
    expect(isSharedMailbox([seen('Anna Berg', 1, 5), seen('Bo Lind', 3, 9)])).toBe(true);
    expect(isSharedMailbox([seen('Anna Berg', 1, 2), seen('Anna Lind', 3, 9)])).toBe(false);
    expect(isSharedMailbox([seen('Anna Berg', 1, 2), seen('Bo Lind', 3, 9)])).toBe(false);
    expect(isSharedMailbox([seen('Anna Berg', 1, 9), seen('Anna B.', 3, 4)])).toBe(false);
  });
});
