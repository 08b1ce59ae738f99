import { rankOf } from '../core/access/hierarchy.ts';
import { actsOf, type Role } from '../core/access/role.ts';
import type { RoleId } from '../core/ids.ts';
import { lockRole } from '../storage/access/roles.ts';
import type { Tx } from '../storage/database.ts';
import { noSuchRole } from './make-role.ts';
import { refuseAbove } from './refuse-above.ts';
import type { Principal } from './who.ts';

/** A built-in role, or one of the workspace's own by its id. */
export interface RoleChoice {
  readonly role?: Role | undefined;
  readonly roleId?: RoleId | undefined;
}
export interface ChosenRole {
  readonly role: Role;
  readonly roleId: RoleId | null;
  readonly name: string;
}

/** The role that was chosen, held until the transaction ends. Throws `no_such_role`, `role_above_own`. */
export async function chooseRole(tx: Tx, who: Principal, { role, roleId }: RoleChoice): Promise<ChosenRole | null> {
  if (roleId) {
    const own = await lockRole(tx, who.workspaceId, roleId, 'to give');
    if (!own) throw noSuchRole();
    refuseAbove(who, own.acts);
    return { role: rankOf(own.acts), roleId, name: own.name };
  }
  if (!role) return null;
  refuseAbove(who, actsOf(role));
  return { role, roleId: null, name: role };
}
