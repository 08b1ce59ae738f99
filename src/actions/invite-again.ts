import { CareError } from '../core/errors.ts';
import type { AgentId } from '../core/ids.ts';
import { type AgentRow, updateAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { removeSignInLinksOf } from '../storage/sign-in-links.ts';
import { LINK_LASTS_MS, makeSignInLink, type SignInLink } from './make-sign-in-link.ts';
import { requireBelow } from './require-below.ts';
import type { Principal } from './who.ts';

/** Sent again: what was sent before no longer opens anything, and whoever was taken back is invited anew. */
export async function inviteAgain(
  db: Database,
  who: Principal,
  agentId: AgentId,
  now: Date,
): Promise<{ readonly agent: AgentRow; readonly link: SignInLink }> {
  return db.transaction(async (tx) => {
    const agent = await requireInvited(tx, who, agentId);
    await removeSignInLinksOf(tx, who.workspaceId, agentId);
    const back = agent.isActive ? agent : await updateAgent(tx, who.workspaceId, agentId, { deactivatedAt: null });
    const { name, email } = agent;
    await addAudit(tx, who, { act: 'agent.invited_again', target: agentId, detail: { name, email } }, now);
    const wish = { agentId, lastsMs: LINK_LASTS_MS.invitation, kind: 'invitation' } as const;
    const link = await makeSignInLink(tx, who, wish, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'access', conversationId: null }], now);
    return { agent: back ?? agent, link };
  });
}

/** The link opens nothing any more, and the person is nobody's to assign to. */
export async function takeBackInvitation(db: Database, who: Principal, agentId: AgentId, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const { name, email } = await requireInvited(tx, who, agentId);
    await removeSignInLinksOf(tx, who.workspaceId, agentId);
    await updateAgent(tx, who.workspaceId, agentId, { deactivatedAt: now });
    await addAudit(tx, who, { act: 'agent.invitation_taken_back', target: agentId, detail: { name, email } }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'access', conversationId: null }], now);
  });
}

async function requireInvited(tx: Tx, who: Principal, agentId: AgentId): Promise<AgentRow> {
  const agent = await requireBelow(tx, who, agentId);
  if (agent.firstSignedInAt)
    throw new CareError('conflict', 'has_joined', `${agent.name} has signed in already. Deactivate them instead.`);
  return agent;
}
