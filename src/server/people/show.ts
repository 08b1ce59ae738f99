import type { AgentRow } from '../../storage/agents.ts';
import type { ApiTokenRow } from '../../storage/api-tokens.ts';
import type { SessionRow } from '../../storage/sessions.ts';
import type { Agent, ApiToken, Session } from '../../wire/people.ts';
import type { Visitor } from '../access/visitor.ts';

export function showAgent({ id, name, email, role, isActive }: AgentRow): Agent {
  return {
    id,
    name,
    email,
    role,
    customRole: null,
    teamIds: [],
    isActive,
    isInvited: false,
    hasSecondFactor: false,
  };
}

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

export function showApiToken(row: ApiTokenRow): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: [...row.scopes],
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
