import { rankOf } from '../core/access/hierarchy.ts';
import { ACTS, type Act, isAct } from '../core/access/role.ts';
import { CareError } from '../core/errors.ts';
import type { RoleId } from '../core/ids.ts';
import {
  addRole,
  lockRole,
  namesWithRole,
  type RoleRow,
  readRole,
  removeRole,
  updateRole,
} from '../storage/access/roles.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { refuseAbove } from './refuse-above.ts';
import type { Principal } from './who.ts';

export interface RoleWish {
  readonly id: RoleId;
  readonly name: string;
  readonly acts: readonly string[];
}

/** A role of the workspace's own. Nobody makes one that may do more than they may themselves. */
export function makeRole(db: Database, who: Principal, wish: RoleWish, now: Date): Promise<RoleRow> {
  const acts = knownActs(wish.acts);
  refuseAbove(who, acts);
  const { id, name } = wish;
  return db.transaction(async (tx) => {
    if (!(await addRole(tx, who.workspaceId, { id, name, acts }, now))) {
      const earlier = await readRole(tx, who.workspaceId, id);
      if (earlier?.name === name && earlier.acts.join() === acts.join()) return earlier;
      throw nameTaken(name);
    }
    await addAudit(tx, who, { act: 'role.made', target: id, detail: { after: { name, acts } } }, now);
    return { id, name, acts, agents: 0 };
  });
}

/** Whoever has it may do what it says from the next moment on. */
export function changeRole(
  db: Database,
  who: Principal,
  input: { readonly id: RoleId; readonly name?: string | undefined; readonly acts?: readonly string[] | undefined },
  now: Date,
): Promise<RoleRow> {
  const wanted = input.acts && knownActs(input.acts);
  return db.transaction(async (tx) => {
    const role = await lockRole(tx, who.workspaceId, input.id, 'to change');
    if (!role) throw noSuchRole();
    refuseAbove(who, role.acts);
    const changed = { id: role.id, name: input.name ?? role.name, acts: wanted ?? role.acts };
    refuseAbove(who, changed.acts);
    if (!(await updateRole(tx, who.workspaceId, changed, rankOf(changed.acts)))) throw nameTaken(changed.name);
    const detail = { before: shown(role), after: shown(changed) };
    await addAudit(tx, who, { act: 'role.changed', target: role.id, detail }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'access', conversationId: null }], now);
    return { ...changed, agents: role.agents };
  });
}

/** Throws `role_in_use` with the names of whoever has it. */
export function dropRole(db: Database, who: Principal, id: RoleId, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const role = await lockRole(tx, who.workspaceId, id, 'to change');
    if (!role) throw noSuchRole();
    refuseAbove(who, role.acts);
    const agents = await namesWithRole(tx, who.workspaceId, id);
    if (agents.length > 0)
      throw new CareError(
        'conflict',
        'role_in_use',
        `${listed(agents)} ${agents.length === 1 ? 'has' : 'have'} this role. Give them another one first.`,
        { agents },
      );
    await removeRole(tx, who.workspaceId, id);
    await addAudit(tx, who, { act: 'role.removed', target: id, detail: { before: shown(role) } }, now);
  });
}

export const noSuchRole = () => new CareError('not_found', 'no_such_role', 'There is no such role (any more).');

/** In the order in which they are always shown. */
function knownActs(given: readonly string[]): readonly Act[] {
  const unknown = given.filter((act) => !isAct(act));
  if (unknown.length > 0)
    throw new CareError('invalid', 'unknown_act', `Nobody can be allowed ${unknown.join(', ')}.`, { field: 'acts' });
  return ACTS.filter((act) => given.includes(act));
}

const shown = ({ name, acts }: { readonly name: string; readonly acts: readonly Act[] }) => ({ name, acts });
const nameTaken = (name: string) =>
  new CareError('conflict', 'name_taken', `There is a role called “${name}” already.`, { field: 'name' });

function listed(names: readonly string[]): string {
  const shownNames = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shownNames} and ${names.length - 3} more` : shownNames;
}
