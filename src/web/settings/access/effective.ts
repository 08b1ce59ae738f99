import { mayEverywhere, RIGHTS, type Right } from '../../../core/access/inbox-rights.ts';
import type { InboxAccess } from '../../../wire/access.ts';

export interface Person {
  readonly id: string;
  readonly teamIds: readonly string[];
  /** What their role lets them do. */
  readonly acts: readonly string[];
}

/** The highest of the rights that a role makes any use of. */
function capOf(acts: readonly string[]): Right | null {
  if (acts.includes('inboxes.manage')) return 'manage';
  if (['messages.hide', 'messages.delete', 'posts.publish'].some((act) => acts.includes(act))) return 'act';
  if (acts.includes('conversations.work')) return 'answer';
  return acts.includes('conversations.read') ? 'see' : null;
}

/**
 * What somebody may do with an inbox: the most of what they and their teams were given, and never more than their
 * role. Null: it is not there for them.
 */
export function effectiveRight(person: Person, access: InboxAccess): Right | null {
  const cap = capOf(person.acts);
  if (cap === null) return null;
  if (access.isOpen || mayEverywhere(person.acts)) return cap;
  const given = access.grants
    .filter(({ agentId, teamId }) => agentId === person.id || (teamId !== null && person.teamIds.includes(teamId)))
    .map(({ right }) => RIGHTS.indexOf(right));
  if (given.length === 0) return null;
  return RIGHTS[Math.min(Math.max(...given), RIGHTS.indexOf(cap))] ?? null;
}
