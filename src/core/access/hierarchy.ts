import { ACTS, type Act, actsOf, type Role } from './role.ts';

/**
 * Nobody gives or takes a role that may do more than they may themselves: an admin can neither make an owner nor
 * change one. The acts decide, whichever role they come from.
 */
export function mayHandle(own: readonly Act[], others: readonly Act[]): boolean {
  return lackedOf(own, others).length === 0;
}

/** What somebody else may do and they may not. */
export function lackedOf(own: readonly Act[], others: readonly Act[]): readonly Act[] {
  return others.filter((act) => !own.includes(act));
}

/** What somebody may pass on to an API token: their own acts, in a steady order. */
export function scopesWithin(own: readonly Act[]): readonly Act[] {
  return ACTS.filter((act) => own.includes(act));
}

const BELOW_OWNER: readonly Role[] = ['admin', 'lead', 'agent'];

/**
 * What a role of the workspace's own ranks as where only built-in ones are known: the highest of which it has
 * everything, and never owner. Who holds the house is told from the built-in role, so that no change of a role made of
 * acts can leave it without one. The rank is for showing; what somebody may do is decided by the acts.
 */
export function rankOf(acts: readonly Act[]): Role {
  return BELOW_OWNER.find((role) => mayHandle(acts, actsOf(role))) ?? 'viewer';
}
