import { expect, it } from 'vitest';
import { z } from 'zod';
import { formOf } from './form.ts';

const word = (name: string) =>
  z.string().min(1, `Give the ${name}.`).regex(/^\S+$/, `The ${name} has no spaces.`).min(3, `The ${name} is longer.`);
const form = formOf(
  [
    { name: 'key', label: 'Key', help: '', kind: 'text' },
    { name: 'secret', label: 'Secret', help: '', kind: 'secret' },
  ],
  z.object({ key: word('key'), secret: word('secret') }),
);
const messages = (input: unknown) => {
  const parsed = form.parse(input as never);
  return parsed.ok ? [] : parsed.errors.map(({ field, message }) => `${field}: ${message}`);
};

it('says one thing of each field, in their order', () => {
  expect(messages({ key: '', secret: '' })).toEqual(['key: Give the key.', 'secret: Give the secret.']);
  expect(messages({ key: 'a b', secret: 'xy' })).toEqual([
    'key: The key has no spaces.',
    'secret: The secret is longer.',
  ]);
  expect(messages({ secret: 'long' })).toEqual(['key: Key is missing.']);
  expect(messages({ key: 'long', secret: 'long' })).toEqual([]);
});
