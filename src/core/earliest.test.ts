import { expect, it } from 'vitest';
import { earliest } from './earliest.ts';

const [one, two] = [new Date(1000), new Date(2000)];

it.each([
  [[two, one], one],
  [[null, two], two],
  [[2000, one.getTime(), null], one],
  [[null, null], null],
  [[], null],
])('of %j the earliest is %j', (times, first) => {
  expect(earliest(...times)).toEqual(first);
});
