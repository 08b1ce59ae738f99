import { describe, expect, it } from 'vitest';
import { actsOf, type Role } from '../../../core/access/role.ts';
import type { InboxAccess } from '../../../wire/access.ts';
import { effectiveRight } from './effective.ts';

const open: InboxAccess = { isOpen: true, grants: [] };
const closed: InboxAccess = { isOpen: false, grants: [] };
const byTeam: InboxAccess = {
  isOpen: false,
  grants: [
    { agentId: null, teamId: 'orders', right: 'act' },
    { agentId: 'ana', teamId: null, right: 'see' },
  ],
};

describe('what somebody may do with an inbox', () => {
  it.each<{ role: Role; teams: string[]; access: InboxAccess; right: string | null; why: string }>([
    { role: 'agent', teams: [], access: open, right: 'answer', why: 'open to all, as far as the role goes' },
    { role: 'viewer', teams: [], access: open, right: 'see', why: 'a viewer only looks' },
    { role: 'agent', teams: [], access: closed, right: null, why: 'nobody was named' },
    { role: 'admin', teams: [], access: closed, right: 'manage', why: 'nobody locks the house out' },
    { role: 'agent', teams: [], access: byTeam, right: 'see', why: 'named themselves' },
    { role: 'lead', teams: ['orders'], access: byTeam, right: 'act', why: 'the team has more' },
    { role: 'agent', teams: ['orders'], access: byTeam, right: 'answer', why: 'a right never widens a role' },
  ])('$role, $why: $right', ({ role, teams, access, right }) => {
    expect(effectiveRight({ id: 'ana', teamIds: teams, acts: actsOf(role) }, access)).toBe(right);
  });

  it.each(['messages.hide', 'messages.delete', 'posts.publish'])('a role that may %s acts', (act) => {
    const acts = ['conversations.read', 'conversations.work', 'messages.send', act];
    expect(effectiveRight({ id: 'ana', teamIds: [], acts }, open)).toBe('act');
  });
});
