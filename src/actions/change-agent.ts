import { normalEmail } from '../core/access/email.ts';
import type { Role } from '../core/access/role.ts';
import { CareError } from '../core/errors.ts';
import type { AgentId, RoleId } from '../core/ids.ts';
import { type AgentRow, findAgentByEmail, lockOwners, updateAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { endSessionsOf } from '../storage/sessions.ts';
import { removeSignInLinksOf } from '../storage/sign-in-links.ts';
import { chooseRole } from './choose-role.ts';
import { requireBelow } from './require-below.ts';
import type { Principal } from './who.ts';

export interface AgentPatch {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly role?: Role | undefined;
  /** A role of the workspace's own; it takes the place of `role`. */
  readonly roleId?: RoleId | undefined;
  readonly isActive?: boolean | undefined;
}

/** Changes name, address, role or whether they may sign in. A workspace always keeps an owner who can. */
export async function changeAgent(
  db: Database,
  who: Principal,
  input: { readonly agentId: AgentId; readonly patch: AgentPatch },
  now: Date,
): Promise<AgentRow> {
  const { workspaceId } = who;
  const { agentId, patch } = input;
  return db.transaction(async (tx) => {
    // Before anything is read: two owners who step down at the same moment are told apart here.
    const owners = await lockOwners(tx, workspaceId);
    const agent = await requireBelow(tx, who, agentId);
    const role = await chooseRole(tx, who, patch);
    const leaves = patch.isActive === false || (role !== null && role.role !== 'owner');
    if (leaves && owners.length === 1 && owners[0] === agentId)
      throw new CareError('conflict', 'last_owner', 'This is the last owner. Make somebody else an owner first.');
    const email = patch.email === undefined ? undefined : await freeEmail(tx, who, agentId, patch.email);
    const changed = await updateAgent(tx, workspaceId, agentId, {
      name: patch.name,
      email,
      role: role ?? undefined,
      deactivatedAt: patch.isActive === undefined ? undefined : patch.isActive ? null : now,
    });
    if (patch.isActive === false) {
      await endSessionsOf(tx, workspaceId, agentId);
      await removeSignInLinksOf(tx, workspaceId, agentId);
    }
    if (!changed) throw new CareError('not_found', 'no_such_agent', 'There is no such agent.');
    const detail = { before: shown(agent), after: shown(changed) };
    await addAudit(tx, who, { act: nameOf(patch), target: agentId, detail }, now);
    // What they may hear is asked anew at once.
    await recordChanges(tx, workspaceId, [{ kind: 'access', conversationId: null }], now);
    return changed;
  });
}

async function freeEmail(tx: Tx, who: Principal, agentId: AgentId, wanted: string): Promise<string> {
  const email = normalEmail(wanted);
  const holder = await findAgentByEmail(tx, who.workspaceId, email);
  if (holder && holder.id !== agentId)
    throw new CareError('conflict', 'email_taken', `${email} is an agent here already.`, { field: 'email' });
  return email;
}

function nameOf({ isActive, role, roleId }: AgentPatch): string {
  if (isActive !== undefined) return isActive ? 'agent.activated' : 'agent.deactivated';
  return role || roleId ? 'agent.role_changed' : 'agent.changed';
}

const shown = ({ name, email, role, customRole, isActive }: AgentRow) => ({
  name,
  email,
  role: customRole?.name ?? role,
  isActive,
});
