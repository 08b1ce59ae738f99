import { normalEmail } from '../core/access/email.ts';
import type { Role } from '../core/access/role.ts';
import { CareError } from '../core/errors.ts';
import type { AgentId, RoleId } from '../core/ids.ts';
import { type AgentRow, addAgent, findAgentByEmail, readAgent, updateAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { removeSignInLinksOf } from '../storage/sign-in-links.ts';
import { chooseRole } from './choose-role.ts';
import { LINK_LASTS_MS, makeSignInLink, type SignInLink } from './make-sign-in-link.ts';
import { refuseAbove } from './refuse-above.ts';
import type { Principal } from './who.ts';

/** A new agent and the link that signs them in for the first time. */
export async function inviteAgent(
  db: Database,
  who: Principal,
  input: { readonly name: string; readonly email: string; readonly role: Role; readonly roleId?: RoleId | undefined },
  now: Date,
): Promise<{ readonly agent: AgentRow; readonly link: SignInLink }> {
  const { name } = input;
  const email = normalEmail(input.email);
  return db.transaction(async (tx) => {
    const newOne = newId<AgentId>(now.getTime());
    const chosen = await chooseRole(tx, who, input);
    if (!chosen) throw new CareError('invalid', 'no_role', 'Choose a role.', { field: 'role' });
    const { role, roleId } = chosen;
    const back = await findTakenBack(tx, who, email);
    if (back) {
      await updateAgent(tx, who.workspaceId, back.id, { name, role: chosen, deactivatedAt: null });
      await removeSignInLinksOf(tx, who.workspaceId, back.id);
    } else if (!(await addAgent(tx, who.workspaceId, { id: newOne, email, name, role, roleId }, now)))
      throw new CareError('conflict', 'email_taken', `${email} is an agent here already.`, { field: 'email' });
    const id = back?.id ?? newOne;
    await addAudit(
      tx,
      who,
      { act: 'agent.invited', target: id, detail: { after: { email, name, role: chosen.name } } },
      now,
    );
    const link = await makeSignInLink(
      tx,
      who,
      { agentId: id, lastsMs: LINK_LASTS_MS.invitation, kind: 'invitation' },
      now,
    );
    const agent = await readAgent(tx, who.workspaceId, id);
    if (!agent) throw new Error('The agent who was just invited is not there.');
    await recordChanges(tx, who.workspaceId, [{ kind: 'access', conversationId: null }], now);
    return { agent, link };
  });
}

/** Whose invitation was taken back before they came: the address is free for them again. */
async function findTakenBack(tx: Tx, who: Principal, email: string): Promise<AgentRow | null> {
  const agent = await findAgentByEmail(tx, who.workspaceId, email);
  if (!agent || agent.isActive || agent.firstSignedInAt) return null;
  refuseAbove(who, agent.acts);
  return agent;
}
