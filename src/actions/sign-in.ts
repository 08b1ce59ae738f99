import { normalEmail } from '../core/access/email.ts';
import { CareError } from '../core/errors.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import { findAgentByEmail, readAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database, Tx } from '../storage/database.ts';
import { isPassword } from '../storage/password.ts';
import { makeSecretToken, readSecretToken } from '../storage/secret-token.ts';
import { addSession } from '../storage/sessions.ts';
import { useSignInLink } from '../storage/sign-in-links.ts';
import { listWorkspaces } from '../storage/workspaces.ts';

/** From where somebody signs in, as they will find it in the list of their sessions. */
export interface Doorway {
  readonly address: string;
  readonly userAgent: string;
  readonly lastsMs: number;
  /** Whether this server runs the practice workspace: then that one is meant where none is named. */
  readonly isPractice: boolean;
}
export interface OpenedSession {
  readonly workspaceId: WorkspaceId;
  readonly agentId: AgentId;
  /** What the cookie carries; the database keeps its hash only. */
  readonly token: string;
}

/** A wrong address and a wrong password are refused in the same words and after the same time. */
export async function signInByPassword(
  db: Database,
  doorway: Doorway,
  input: { readonly workspace?: string | undefined; readonly email: string; readonly password: string },
  now: Date,
): Promise<OpenedSession> {
  const workspaceId = await findWorkspace(db, doorway, input.workspace);
  const agent = workspaceId ? await findAgentByEmail(db.read, workspaceId, normalEmail(input.email)) : null;
  const isRight = await isPassword(input.password, agent?.passwordHash ?? null);
  if (!workspaceId || !agent || !isRight || !agent.isActive)
    throw new CareError('unauthenticated', 'wrong_password', 'The e-mail address or the password is wrong.');
  return db.transaction((tx) => openSession(tx, workspaceId, agent.id, doorway, 'password', now));
}

export async function signInByLink(
  db: Database,
  doorway: Doorway,
  input: { readonly token: string },
  now: Date,
): Promise<OpenedSession> {
  const link = readSecretToken(input.token);
  if (!link) throw linkIsSpent();
  return db.transaction(async (tx) => {
    const agentId = await useSignInLink(tx, link.workspaceId, link.hash, now);
    const agent = agentId && (await readAgent(tx, link.workspaceId, agentId));
    if (!agent?.isActive) throw linkIsSpent();
    return openSession(tx, link.workspaceId, agent.id, doorway, 'link', now);
  });
}

async function openSession(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  { address, userAgent, lastsMs }: Doorway,
  by: 'password' | 'link',
  now: Date,
): Promise<OpenedSession> {
  const token = makeSecretToken(workspaceId);
  await addSession(tx, {
    workspaceId,
    agentId,
    tokenHash: token.hash,
    at: now,
    expiresAt: new Date(now.getTime() + lastsMs),
    userAgent: userAgent.slice(0, 300),
    address,
  });
  await addAudit(
    tx,
    { workspaceId, agentId, address },
    { act: 'session.opened', target: agentId, detail: { by } },
    now,
  );
  return { workspaceId, agentId, token: token.text };
}

/** Without a name the only workspace is meant; where there are several, somebody has to say which. */
async function findWorkspace(
  db: Database,
  { isPractice }: Doorway,
  slug: string | undefined,
): Promise<WorkspaceId | null> {
  const known = await listWorkspaces(db.read);
  if (slug) return known.find((one) => one.slug === slug)?.id ?? null;
  const all = known.filter((one) => one.isPractice === isPractice);
  if (all.length > 1) throw new CareError('invalid', 'which_workspace', 'Say which workspace: there are several here.');
  return all[0]?.id ?? null;
}

function linkIsSpent(): CareError {
  return new CareError(
    'unauthenticated',
    'link_spent',
    'This link was used already or is too old. Ask for a new one, or sign in with your password.',
  );
}
