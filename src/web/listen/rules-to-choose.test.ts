import { expect, it } from 'vitest';
import { rulesToChoose } from './rules-to-choose.ts';

const [leaks, rivals, gone] = ['leaks', 'rivals', 'gone'].map((name) => ({ id: name, name })) as [Rule, Rule, Rule];
interface Rule {
  id: string;
  name: string;
}
const own = [
  { ...leaks, isOn: true },
  { ...rivals, isOn: false },
];

it.each([
  { what: 'no post is shown', rules: own, hits: [], chosen: [leaks, rivals] },
  { what: 'posts were heard by one of them', rules: own, hits: [{ rules: [leaks] }], chosen: [leaks, rivals] },
  { what: 'one that heard them was removed', rules: own, hits: [{ rules: [gone] }], chosen: [leaks, rivals, gone] },
  { what: 'there are none', rules: [], hits: [], chosen: [] },
])('offers the rules of a board when $what', ({ rules, hits, chosen }) =>
  expect(rulesToChoose({ rules }, hits)).toEqual(chosen),
);
