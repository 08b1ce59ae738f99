import { CareError } from '../core/errors.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import { readAgent } from '../storage/agents.ts';
import { type Actor, addAudit } from '../storage/audit.ts';
import type { Tx } from '../storage/database.ts';
import { makeSecretToken } from '../storage/secret-token.ts';
import { addSignInLink } from '../storage/sign-in-links.ts';
import type { LinkKind } from '../storage/tables/security.ts';

/** An invitation waits in somebody's mail for a while; any other link is used at once. */
export const LINK_LASTS_MS = { invitation: 7 * 24 * 3_600_000, signIn: 24 * 3_600_000, atTheMachine: 24 * 3_600_000 };

export interface SignInLink {
  /** The path and query below the public address. */
  readonly path: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * A link that signs one agent in, once. Part of whatever transaction asks for it. Whoever has a second factor is asked
 * for it after the link too; only a link of kind `machine` stands for both, because whoever can run a command on the
 * machine reads the database anyway, and because it is the way back in when a second factor was lost.
 */
export async function makeSignInLink(
  tx: Tx,
  actor: Actor,
  {
    agentId,
    lastsMs,
    kind = 'sign_in',
  }: { readonly agentId: AgentId; readonly lastsMs: number; readonly kind?: LinkKind },
  now: Date,
): Promise<SignInLink> {
  const { workspaceId } = actor;
  const agent = await readAgent(tx, workspaceId, agentId);
  if (!agent) throw new CareError('not_found', 'no_such_agent', 'There is no such agent.');
  if (!agent.isActive) throw new CareError('conflict', 'agent_inactive', `${agent.name} is deactivated.`);
  const token = makeSecretToken(workspaceId);
  const expiresAt = new Date(now.getTime() + lastsMs);
  await addSignInLink(tx, { workspaceId, tokenHash: token.hash, agentId, expiresAt, kind });
  await addAudit(tx, actor, { act: 'agent.link_made', target: agentId, detail: { name: agent.name, kind } }, now);
  return { path: linkPath(token.text), token: token.text, expiresAt };
}

/** The house itself, for links that are made at the start or on the command line. */
export const theHouse = (workspaceId: WorkspaceId): Actor => ({ workspaceId, agentId: null });

const linkPath = (token: string): string => `/sign-in?token=${encodeURIComponent(token)}`;
