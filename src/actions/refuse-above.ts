import { lackedOf } from '../core/access/hierarchy.ts';
import type { Act } from '../core/access/role.ts';
import { CareError } from '../core/errors.ts';
import type { Principal } from './who.ts';

/** Nobody gives, takes, makes or stands in for a role that may do more than they may themselves. */
export function refuseAbove(who: Principal, acts: readonly Act[]): void {
  const lacked = lackedOf(who.acts, acts);
  if (lacked.length === 0) return;
  const words = `This role may do more than you: ${lacked.join(', ')}. An owner can do that.`;
  throw new CareError('forbidden', 'role_above_own', words, { acts: lacked });
}
