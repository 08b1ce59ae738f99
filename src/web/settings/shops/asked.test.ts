import { describe, expect, it } from 'vitest';
import type { CredentialField } from '../../../wire/inboxes.ts';
import { askedOf, givenOf, missingOf } from './asked.ts';

const field = (name: string, kind: CredentialField['kind'], optional?: boolean) => ({
  name,
  label: name,
  help: '',
  kind,
  ...(optional ? { optional } : {}),
});
const KIND = {
  fields: [
    field('shop', 'text'),
    field('id', 'text', true),
    field('secret', 'secret', true),
    field('token', 'secret', true),
  ],
  sets: [
    { key: 'app', label: '', about: '', needs: ['id', 'secret'], may: [] },
    { key: 'token', label: '', about: '', needs: ['token'], may: ['secret'] },
  ],
};
const FORM = { shop: 'kettle', id: 'a', secret: '', token: 'left from before' };
const told = (fields: readonly CredentialField[]) =>
  fields.map(({ name, optional }) => (optional ? `${name}?` : name)).join(' ');

describe('what a shop’s form asks', () => {
  it.each([
    { way: 'app', always: 'shop', byWay: 'id secret', missing: 'secret' },
    { way: 'token', always: 'shop', byWay: 'token secret?', missing: '' },
    { way: null, always: 'shop', byWay: '', missing: '' },
  ])('by way of $way', ({ way, always, byWay, missing }) => {
    const asked = askedOf(KIND, way);
    expect([told(asked.always), told(asked.byWay)]).toEqual([always, byWay]);
    expect(told(missingOf(asked, FORM, []))).toBe(missing);
  });

  it('misses nothing that is kept, and what has only spaces in it is missing', () => {
    expect(missingOf(askedOf(KIND, 'app'), FORM, ['secret'])).toEqual([]);
    expect(told(missingOf(askedOf(KIND, 'app'), { ...FORM, shop: '  ' }, ['secret']))).toBe('shop');
  });

  it('sends what belongs to the way that was chosen, and forgets the other one', () => {
    expect(givenOf(KIND, askedOf(KIND, 'app'), FORM, false)).toEqual({ shop: 'kettle', id: 'a', secret: '' });
    expect(givenOf(KIND, askedOf(KIND, 'app'), FORM, true)).toEqual({ shop: 'kettle', id: 'a', token: null });
    expect(
      givenOf({ fields: [field('url', 'url')] }, { always: [field('url', 'url')], byWay: [] }, { url: 'x' }, true),
    ).toEqual({ url: 'x' });
  });
});
