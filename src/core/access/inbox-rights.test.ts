import { describe, expect, it } from 'vitest';
import type { InboxId } from '../ids.ts';
import {
  hasRight,
  type InboxRights,
  inboxesWith,
  RIGHTS,
  rightsWith,
  standingOn,
  visibleInboxes,
} from './inbox-rights.ts';
import { actsOf } from './role.ts';

const [shop, press, law] = ['shop', 'press', 'law'] as InboxId[] as [InboxId, InboxId, InboxId];
const some: InboxRights = new Map([
  [shop, 'act'],
  [press, 'see'],
]);

describe('rights by inbox', () => {
  it('include the ones before', () => {
    expect(RIGHTS.map((right) => hasRight(some, shop, right))).toEqual([true, true, true, false]);
    expect(RIGHTS.map((right) => hasRight(some, press, right))).toEqual([true, false, false, false]);
    expect(RIGHTS.map((right) => hasRight(some, law, right))).toEqual([false, false, false, false]);
    expect(RIGHTS.map((right) => hasRight(null, law, right))).toEqual([true, true, true, true]);
  });

  it('say where to look', () => {
    expect(visibleInboxes(null)).toBeNull();
    expect(visibleInboxes(some)).toEqual([press, shop]);
    expect(inboxesWith(some, 'answer')).toEqual([shop]);
    expect(visibleInboxes(new Map())).toEqual([]);
  });

  it.each([
    { lies: [shop], wanted: 'act', stands: 'may' },
    { lies: [press], wanted: 'answer', stands: 'sees' },
    { lies: [law, press], wanted: 'answer', stands: 'sees' },
    { lies: [law, shop], wanted: 'answer', stands: 'may' },
    { lies: [law], wanted: 'see', stands: 'unknown' },
    { lies: [], wanted: 'see', stands: 'unknown' },
  ] as const)('to $wanted what lies in $lies: $stands', ({ lies, wanted, stands }) => {
    expect(standingOn(some, lies, wanted)).toBe(stands);
  });

  it('hold for nobody who manages agents', () => {
    expect(rightsWith(actsOf('admin'), new Map())).toBeNull();
    expect(rightsWith(actsOf('lead'), some)).toBe(some);
  });
});
