import { normalEmail } from '../core/access/email.ts';
import { CareError } from '../core/errors.ts';
import type { WorkspaceId } from '../core/ids.ts';
import { findAgentByEmail, readAgent } from '../storage/agents.ts';
import type { Database, Reader } from '../storage/database.ts';
import { isPassword } from '../storage/password.ts';
import { readSecretToken } from '../storage/secret-token.ts';
import { readPolicy } from '../storage/sign-in/policy.ts';
import { spendSignInLink } from '../storage/sign-in-links.ts';
import { listWorkspaces } from '../storage/workspaces.ts';
import { type Doorway, goOn, openSession, type SignInStep } from './open-session.ts';
import { forgetGuesses, passwordGuesses, slowGuessing } from './slow-guessing.ts';

/** A wrong address and a wrong password are refused in the same words and after the same time. */
export async function signInByPassword(
  db: Database,
  doorway: Doorway,
  input: { readonly workspace?: string | undefined; readonly email: string; readonly password: string },
  now: Date,
): Promise<SignInStep> {
  const email = normalEmail(input.email);
  const workspaceId = await findWorkspace(db.read, doorway, input.workspace);
  const guesses = passwordGuesses(email, doorway.address);
  if (workspaceId) {
    if (!(await readPolicy(db.read, workspaceId)).allowPasswords) throw passwordsAreOff();
    await slowGuessing(db, { workspaceId, address: doorway.address }, guesses, now);
  }
  const agent = workspaceId ? await findAgentByEmail(db.read, workspaceId, email) : null;
  const isRight = await isPassword(input.password, agent?.passwordHash ?? null);
  if (!workspaceId || !agent || !isRight || !agent.isActive)
    throw new CareError('unauthenticated', 'wrong_password', 'The e-mail address or the password is wrong.');
  return db.transaction(async (tx) => {
    await forgetGuesses(tx, workspaceId, guesses);
    return goOn(tx, { workspaceId, agentId: agent.id }, doorway, 'password', now);
  });
}

export async function signInByLink(
  db: Database,
  doorway: Doorway,
  input: { readonly token: string },
  now: Date,
): Promise<SignInStep> {
  const token = readSecretToken(input.token);
  if (!token) throw linkIsSpent();
  const { workspaceId, hash } = token;
  return db.transaction(async (tx) => {
    const link = await spendSignInLink(tx, workspaceId, hash, now);
    const agent = link && (await readAgent(tx, workspaceId, link.agentId));
    if (!agent?.isActive) throw linkIsSpent();
    const entering = { workspaceId, agentId: agent.id };
    if (link?.kind !== 'machine') return goOn(tx, entering, doorway, 'link', now);
    return { step: 'done', session: await openSession(tx, entering, doorway, { by: 'link' }, now) };
  });
}

/** Without a name the only workspace is meant; where there are several, somebody has to say which. */
export async function findWorkspace(
  db: Reader,
  { isPractice }: Pick<Doorway, 'isPractice'>,
  slug: string | undefined,
): Promise<WorkspaceId | null> {
  const known = await listWorkspaces(db);
  if (slug) return known.find((one) => one.slug === slug)?.id ?? null;
  const all = known.filter((one) => one.isPractice === isPractice);
  if (all.length > 1) throw new CareError('invalid', 'which_workspace', 'Say which workspace: there are several here.');
  return all[0]?.id ?? null;
}

export function passwordsAreOff(): CareError {
  return new CareError(
    'forbidden',
    'passwords_off',
    'Passwords are switched off here. Sign in with single sign-on, a passkey or a one-time link.',
  );
}

export function linkIsSpent(): CareError {
  return new CareError(
    'unauthenticated',
    'link_spent',
    'This link was used already or is too old. Ask for a new one, or sign in with your password.',
  );
}
