import { expect, it } from 'vitest';
import { createKeep } from './keep.ts';

function fakeStorage() {
  const kept = new Map<string, string>();
  return {
    kept,
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as unknown as Storage,
  };
}

it('keeps a talk from page to page, and one chat apart from another', () => {
  const { storage } = fakeStorage();
  createKeep('a/1', () => storage).set('token', 'x');
  expect(createKeep('a/1', () => storage).get('token')).toBe('x');
  expect(createKeep('a/2', () => storage).get('token')).toBeNull();
  createKeep('a/1', () => storage).set('token', null);
  expect(createKeep('a/1', () => storage).get('token')).toBeNull();
});

it('remembers in memory where the browser refuses', () => {
  const keep = createKeep('a/1', () => {
    throw new Error('SecurityError');
  });
  keep.set('token', 'x');
  expect(keep.get('token')).toBe('x');
  keep.set('token', null);
  expect(keep.get('token')).toBeNull();
});
