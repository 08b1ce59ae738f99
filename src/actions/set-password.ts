import { CareError } from '../core/errors.ts';
import { type AgentRow, readAgent, updateAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { hashPassword, isPassword } from '../storage/password.ts';
import type { Seal } from '../storage/seal.ts';
import { endSessionsOf } from '../storage/sessions.ts';
import { readPolicy } from '../storage/sign-in/policy.ts';
import { removeSignInLinksOf } from '../storage/sign-in-links.ts';
import { knownOf } from './accept-invitation.ts';
import { requireStrongPassword } from './password-strength/judge.ts';
import { reassureToAdd } from './reassure.ts';
import { passwordsAreOff } from './sign-in.ts';
import { forgetGuesses, reassuringGuesses, slowGuessing } from './slow-guessing.ts';
import { tellSessionsEnded } from './tell-sessions-ended.ts';
import type { Principal } from './who.ts';

interface NewPassword {
  readonly password: string;
  /** Where there is a password already. */
  readonly current?: string | undefined;
  /** Where there is none yet, but a second factor. */
  readonly code?: string | undefined;
  readonly thisSession: Uint8Array;
}

/** Whoever sets a new password ends every other session of theirs: that is why people set new passwords. */
export async function setPassword(
  deps: { readonly db: Database; readonly seal: Seal },
  who: Principal,
  input: NewPassword,
  now: Date,
): Promise<void> {
  const { db } = deps;
  const { workspaceId, agentId } = who;
  const agent = agentId && (await readAgent(db.read, workspaceId, agentId));
  if (!agent) throw new CareError('forbidden', 'agents_only', 'Only an agent has a password.');
  const { allowPasswords } = await readPolicy(db.read, workspaceId);
  if (!allowPasswords) throw passwordsAreOff();
  if (agent.passwordHash) await requireCurrent(db, who, agent, input.current ?? '', now);
  await requireStrongPassword(input.password, await knownOf(db, { workspaceId, agentId: agent.id }));
  // Last: a code opens once, and is not used up for a password that is refused.
  if (!agent.passwordHash) await reassureToAdd(deps, who, { code: input.code, thisSession: input.thisSession }, now);
  const passwordHash = await hashPassword(input.password);
  await db.transaction(async (tx) => {
    await updateAgent(tx, workspaceId, agent.id, { passwordHash });
    await endSessionsOf(tx, workspaceId, agent.id, input.thisSession);
    await removeSignInLinksOf(tx, workspaceId, agent.id);
    await addAudit(tx, who, { act: 'agent.password_set', target: agent.id }, now);
    await tellSessionsEnded(tx, workspaceId, now);
  });
}

async function requireCurrent(
  db: Database,
  who: Principal,
  agent: AgentRow,
  current: string,
  now: Date,
): Promise<void> {
  const guesses = reassuringGuesses(agent.id);
  await slowGuessing(db, who, guesses, now);
  if (!(await isPassword(current, agent.passwordHash)))
    throw new CareError('invalid', 'wrong_password', 'The current password is wrong.', { field: 'current' });
  await db.alone((tx) => forgetGuesses(tx, who.workspaceId, guesses));
}
