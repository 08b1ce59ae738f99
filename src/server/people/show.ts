import type { SignInLink } from '../../actions/make-sign-in-link.ts';
import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { AgentRow } from '../../storage/agents.ts';
import type { ApiTokenRow } from '../../storage/api-tokens.ts';
import type { SessionRow } from '../../storage/sessions.ts';
import type { Agent, ApiToken, InvitedAgent, Session } from '../../wire/people.ts';
import type { Visitor } from '../access/visitor.ts';

export function showAgent(agent: AgentRow): Agent {
  const { id, name, email, role, customRole, teamIds, isActive, firstSignedInAt, hasSecondFactor } = agent;
  return {
    id,
    name,
    email,
    role,
    customRole: customRole && { id: customRole.id, name: customRole.name },
    teamIds: [...teamIds],
    isActive,
    isInvited: firstSignedInAt === null,
    hasSecondFactor,
  };
}

/** With the link that lets them in; it is shown once. */
export const showInvited = (url: string, agent: AgentRow, link: SignInLink): InvitedAgent => ({
  agent: showAgent(agent),
  link: url + link.path,
  linkExpiresAt: link.expiresAt.toISOString(),
});

/** A session is named by the hash of its token, which opens nothing. */
export function showSession(row: SessionRow, who: Visitor): Session {
  const id = Buffer.from(row.tokenHash).toString('base64url');
  const isThis = who.via.kind === 'session' && Buffer.from(who.via.tokenHash).equals(row.tokenHash);
  return {
    id,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    userAgent: row.userAgent,
    address: row.address,
    isThis,
  };
}

/** So that whoever uses it can make a new one in time. */
const SOON_MS = 14 * 24 * 3_600_000;

export function showApiToken(row: ApiTokenRow, now: Date): ApiToken {
  const leftMs = row.expiresAt ? row.expiresAt.getTime() - now.getTime() : Number.POSITIVE_INFINITY;
  return {
    id: row.id,
    name: row.name,
    scopes: [...row.scopes],
    inboxIds: visibleInboxes(row.inboxes)?.slice() ?? null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    isExpiringSoon: row.revokedAt === null && leftMs > 0 && leftMs <= SOON_MS,
  };
}
