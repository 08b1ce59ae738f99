import { describe, expect, it } from 'vitest';
import { lackedOf, mayHandle, rankOf } from './hierarchy.ts';
import { ACTS, type Act, actsOf, ROLES, type Role } from './role.ts';

describe('who may give and take which role', () => {
  it.each<{ own: Role; other: Role; may: boolean }>([
    { own: 'owner', other: 'owner', may: true },
    { own: 'owner', other: 'viewer', may: true },
    { own: 'admin', other: 'owner', may: false },
    { own: 'admin', other: 'admin', may: true },
    { own: 'lead', other: 'admin', may: false },
    { own: 'viewer', other: 'agent', may: false },
  ])('$own and $other: $may', ({ own, other, may }) => {
    expect(mayHandle(actsOf(own), actsOf(other))).toBe(may);
  });

  it('is decided by acts where the role is made of them', () => {
    expect(mayHandle(actsOf('admin'), ['conversations.read', 'workspace.manage'])).toBe(false);
    expect(lackedOf(actsOf('admin'), ['conversations.read', 'workspace.manage'])).toEqual(['workspace.manage']);
  });
});

describe('a role made of acts ranks as', () => {
  it.each<{ acts: readonly Act[]; rank: Role }>([
    { acts: ['conversations.read'], rank: 'viewer' },
    { acts: [...actsOf('viewer'), 'audit.read'], rank: 'viewer' },
    { acts: actsOf('agent'), rank: 'agent' },
    { acts: [...actsOf('lead'), 'teams.manage'], rank: 'lead' },
    { acts: ACTS, rank: 'admin' },
  ])('$rank', ({ acts, rank }) => {
    expect(rankOf(acts)).toBe(rank);
  });

  it('never as owner, and as itself where it is one of the others', () => {
    expect(ROLES.map((role) => rankOf(actsOf(role)))).toEqual(['admin', 'admin', 'lead', 'agent', 'viewer']);
  });
});
