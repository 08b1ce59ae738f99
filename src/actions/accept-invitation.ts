import { CareError } from '../core/errors.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import { type AgentRow, readAgent, updateAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { hashPassword } from '../storage/password.ts';
import { readSecretToken } from '../storage/secret-token.ts';
import { type Policy, readPolicy } from '../storage/sign-in/policy.ts';
import { readSignInLink, removeSignInLinksOf, type SignInLinkRow, spendSignInLink } from '../storage/sign-in-links.ts';
import { readWorkspace, type Workspace } from '../storage/workspaces.ts';
import { type Doorway, openSession, type SignInStep } from './open-session.ts';
import { requireStrongPassword } from './password-strength/judge.ts';
import { linkIsSpent, passwordsAreOff } from './sign-in.ts';

export interface OpenInvitation {
  readonly agent: AgentRow;
  readonly link: SignInLinkRow;
  readonly workspace: Workspace;
  readonly policy: Policy;
  /** False: for somebody who was here before, it just signs in. */
  readonly isInvitation: boolean;
}

/** What a link is good for, without using it. */
export async function readInvitation(
  db: Database,
  input: { readonly token: string },
  now: Date,
): Promise<OpenInvitation> {
  const token = readSecretToken(input.token);
  const link = token && (await readSignInLink(db.read, token.workspaceId, token.hash, now));
  const agent = link && (await readAgent(db.read, token.workspaceId, link.agentId));
  const workspace = token && (await readWorkspace(db.read, token.workspaceId));
  if (!agent?.isActive || !link || !workspace) throw linkIsSpent();
  const isInvitation = link.kind === 'invitation' && agent.firstSignedInAt === null;
  return { agent, link, workspace, policy: await readPolicy(db.read, workspace.id), isInvitation };
}

/** An invited person says what they are called, sets a password where they want one, and is in. */
export async function acceptInvitation(
  db: Database,
  doorway: Doorway,
  input: { readonly token: string; readonly name: string; readonly password?: string | undefined },
  now: Date,
): Promise<SignInStep> {
  const { agent, workspace, policy, isInvitation } = await readInvitation(db, input, now);
  if (!isInvitation)
    throw new CareError('conflict', 'not_invited', 'This link is not an invitation: it just signs in.');
  const { name, password } = input;
  if (password !== undefined && !policy.allowPasswords) throw passwordsAreOff();
  if (password !== undefined) await requireStrongPassword(password, [name, agent.email, workspace.name]);
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  const token = readSecretToken(input.token);
  const entering = { workspaceId: workspace.id, agentId: agent.id };
  return db.transaction(async (tx) => {
    if (!token || !(await spendSignInLink(tx, token.workspaceId, token.hash, now))) throw linkIsSpent();
    await updateAgent(tx, workspace.id, agent.id, { name, passwordHash });
    // Of two invitations the second no longer opens anything either.
    await removeSignInLinksOf(tx, workspace.id, agent.id);
    const actor = { ...entering, address: doorway.address };
    const detail = { before: { name: agent.name }, after: { name }, password: password !== undefined };
    await addAudit(tx, actor, { act: 'agent.joined', target: agent.id, detail }, now);
    const session = await openSession(tx, entering, doorway, { by: 'link' }, now);
    await recordChanges(tx, workspace.id, [{ kind: 'access', conversationId: null }], now);
    return { step: 'done', session };
  });
}

/** Whom a new password must not be made of: for the one who is choosing it. */
export async function knownOf(
  db: Database,
  { workspaceId, agentId }: { readonly workspaceId: WorkspaceId; readonly agentId: AgentId },
): Promise<readonly string[]> {
  const agent = await readAgent(db.read, workspaceId, agentId);
  const workspace = await readWorkspace(db.read, workspaceId);
  return [agent?.name, agent?.email, workspace?.name].filter((text) => text !== undefined);
}
