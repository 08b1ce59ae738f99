import { CareError } from '../core/errors.ts';
import { readAgent, updateAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { hashPassword, isPassword } from '../storage/password.ts';
import { endSessionsOf } from '../storage/sessions.ts';
import { readPolicy } from '../storage/sign-in/policy.ts';
import { removeSignInLinksOf } from '../storage/sign-in-links.ts';
import { knownOf } from './accept-invitation.ts';
import { requireStrongPassword } from './password-strength/judge.ts';
import { passwordsAreOff } from './sign-in.ts';
import { reassuringGuesses, slowGuessing } from './slow-guessing.ts';
import { tellSessionsEnded } from './tell-sessions-ended.ts';
import type { Principal } from './who.ts';

/** Whoever sets a new password ends every other session of theirs: that is why people set new passwords. */
export async function setPassword(
  db: Database,
  who: Principal,
  input: { readonly current?: string | undefined; readonly password: string; readonly thisSession: Uint8Array },
  now: Date,
): Promise<void> {
  const { workspaceId, agentId } = who;
  const agent = agentId && (await readAgent(db.read, workspaceId, agentId));
  if (!agent) throw new CareError('forbidden', 'agents_only', 'Only an agent has a password.');
  const { allowPasswords } = await readPolicy(db.read, workspaceId);
  if (!allowPasswords) throw passwordsAreOff();
  await slowGuessing(db, who, reassuringGuesses(agent.id), now);
  if (agent.passwordHash && !(await isPassword(input.current ?? '', agent.passwordHash)))
    throw new CareError('invalid', 'wrong_password', 'The current password is wrong.', { field: 'current' });
  await requireStrongPassword(input.password, await knownOf(db, { workspaceId, agentId: agent.id }));
  const passwordHash = await hashPassword(input.password);
  await db.transaction(async (tx) => {
    await updateAgent(tx, workspaceId, agent.id, { passwordHash });
    await endSessionsOf(tx, workspaceId, agent.id, input.thisSession);
    await removeSignInLinksOf(tx, workspaceId, agent.id);
    await addAudit(tx, who, { act: 'agent.password_set', target: agent.id }, now);
    await tellSessionsEnded(tx, workspaceId, now);
  });
}
