import { ACTS, type Act, actsOf, type Role } from './role.ts';

/**
 * Nobody gives or takes a role that may do more than they may themselves: an admin can neither make an owner nor
 * change one.
 */
export function mayHandle(own: readonly Act[], role: Role): boolean {
  return actsOf(role).every((act) => own.includes(act));
}

/** What somebody may pass on to an API token: their own acts, in a steady order. */
export function scopesWithin(own: readonly Act[]): readonly Act[] {
  return ACTS.filter((act) => own.includes(act));
}
