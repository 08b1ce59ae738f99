import { normalEmail } from '../core/access/email.ts';
import { mayHandle } from '../core/access/hierarchy.ts';
import type { Role } from '../core/access/role.ts';
import { CareError } from '../core/errors.ts';
import type { AgentId } from '../core/ids.ts';
import { type AgentRow, addAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { LINK_LASTS_MS, makeSignInLink, type SignInLink } from './make-sign-in-link.ts';
import type { Principal } from './who.ts';

/** A new agent and the link that signs them in for the first time. */
export async function inviteAgent(
  db: Database,
  who: Principal,
  input: { readonly name: string; readonly email: string; readonly role: Role },
  now: Date,
): Promise<{ readonly agent: AgentRow; readonly link: SignInLink }> {
  const { name, role } = input;
  const email = normalEmail(input.email);
  if (!mayHandle(who.acts, role))
    throw new CareError('forbidden', 'role_above_own', `You cannot make somebody ${role}: it may do more than you.`);
  return db.transaction(async (tx) => {
    const id = newId<AgentId>(now.getTime());
    if (!(await addAgent(tx, who.workspaceId, { id, email, name, role }, now)))
      throw new CareError('conflict', 'email_taken', `${email} is an agent here already.`, { field: 'email' });
    await addAudit(tx, who, { act: 'agent.invited', target: id, detail: { email, name, role } }, now);
    const link = await makeSignInLink(tx, who, { agentId: id, lastsMs: LINK_LASTS_MS.invitation }, now);
    return { agent: { id, email, name, role, isActive: true, passwordHash: null }, link };
  });
}
