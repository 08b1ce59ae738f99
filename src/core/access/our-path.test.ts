import { expect, it } from 'vitest';
import { ourPath } from './our-path.ts';

it.each([
  ['/desk/1?view=mine', '/desk/1?view=mine'],
  ['//evil.example', '/desk'],
  ['/\\evil.example', '/desk'],
  ['/\t/evil.example', '/desk'],
  ['/desk\\..\\x', '/desk'],
  ['https://evil.example', '/desk'],
  ['javascript:alert(1)', '/desk'],
  [undefined, '/desk'],
])('%s leads to %s', (back, path) => {
  expect(ourPath(back)).toBe(path);
});
