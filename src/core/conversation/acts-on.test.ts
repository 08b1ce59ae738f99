import { expect, it } from 'vitest';
import type { Capabilities } from '../channel/capabilities.ts';
import { actsOn } from './acts-on.ts';

const capabilities: Pick<Capabilities, 'acts'> = {
  acts: {
    like: { on: 'both' },
    unlike: { on: 'both' },
    hide: { on: 'theirs', needsReason: true },
    unhide: { on: 'theirs' },
    edit: { on: 'ours' },
    delete: { on: 'ours' },
    publish: { on: 'inbox' },
  },
};
const comment = {
  direction: 'inbound' as 'inbound' | 'outbound' | 'note',
  isOnNetwork: true,
  isDeleted: false,
  isHidden: false,
  standing: new Set<string>(),
};

it.each([
  { what: "a customer's comment", change: {}, acts: 'like hide' },
  { what: 'one we like', change: { standing: new Set(['like']) }, acts: 'unlike hide' },
  { what: 'a hidden one', change: { isHidden: true }, acts: 'like unhide' },
  { what: 'our own', change: { direction: 'outbound' as const }, acts: 'like edit delete' },
  { what: 'our own, not there yet', change: { direction: 'outbound' as const, isOnNetwork: false }, acts: '' },
  { what: 'a deleted one', change: { isDeleted: true }, acts: '' },
  { what: 'a note', change: { direction: 'note' as const }, acts: '' },
])('$what: $acts', ({ change, acts }) => {
  expect(actsOn({ ...comment, ...change }, capabilities as Capabilities).join(' ')).toBe(acts);
});

it('offers nothing on a channel that is not there any more', () => {
  expect(actsOn(comment, undefined)).toEqual([]);
});
