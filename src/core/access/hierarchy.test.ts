import { describe, expect, it } from 'vitest';
import { mayHandle } from './hierarchy.ts';
import { actsOf, type Role } from './role.ts';

describe('who may give and take which role', () => {
  it.each<{ own: Role; other: Role; may: boolean }>([
    { own: 'owner', other: 'owner', may: true },
    { own: 'owner', other: 'viewer', may: true },
    { own: 'admin', other: 'owner', may: false },
    { own: 'admin', other: 'admin', may: true },
    { own: 'lead', other: 'admin', may: false },
    { own: 'viewer', other: 'agent', may: false },
  ])('$own and $other: $may', ({ own, other, may }) => {
    expect(mayHandle(actsOf(own), other)).toBe(may);
  });
});
