import type { FastifyRequest } from 'fastify';
import { mayEverywhere } from '../../core/access/inbox-rights.ts';
import { type Act, actsOf, isAct } from '../../core/access/role.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { readInboxRights } from '../../storage/access/inbox-rights.ts';
import { findApiToken, touchApiToken } from '../../storage/api-tokens.ts';
import type { Database } from '../../storage/database.ts';
import { readSecretToken } from '../../storage/secret-token.ts';
import { findSession, type SignedIn, touchSession } from '../../storage/sessions.ts';
import { readSessionCookie } from './session-cookie.ts';
import type { Visitor } from './visitor.ts';

/** How stale "last seen" may be: a write for each request would cost more than the request. */
const SEEN_EVERY_MS = 5 * 60_000;
const tokensSeenAt = new Map<string, number>();

/** Who shows the token in this request; null when it shows none that holds. */
export async function identify(db: Database, request: FastifyRequest, now: Date): Promise<Visitor | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const [, bearer] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
    return bearer ? byToken(db, bearer, request.ip, now) : null;
  }
  const cookie = readSessionCookie(request);
  return cookie ? bySession(db, cookie, request.ip, now) : null;
}

async function bySession(db: Database, text: string, address: string, now: Date): Promise<Visitor | null> {
  const token = readSecretToken(text);
  if (!token) return null;
  const { workspaceId, hash } = token;
  const session = await findSession(db.read, workspaceId, hash, now);
  if (!session) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS)
    await db.alone((tx) => touchSession(tx, workspaceId, hash, now));
  const { agentId, role, ownActs } = session;
  const acts = ownActs?.filter(isAct) ?? actsOf(role);
  return {
    workspaceId,
    agentId,
    acts,
    inboxes: await inboxesOf(db, workspaceId, session, acts),
    mustAddSecondFactor: session.mustAddSecondFactor,
    address,
    via: { kind: 'session', tokenHash: hash },
  };
}

/** Asked only where some inbox is not everybody's, and never for whoever may everywhere. */
async function inboxesOf(db: Database, workspaceId: WorkspaceId, session: SignedIn, acts: readonly Act[]) {
  if (!session.isAnyInboxRestricted || mayEverywhere(acts)) return null;
  return readInboxRights(db.read, workspaceId, session.agentId);
}

async function byToken(db: Database, text: string, address: string, now: Date): Promise<Visitor | null> {
  const token = readSecretToken(text);
  if (!token) return null;
  const { workspaceId, hash } = token;
  const row = await findApiToken(db.read, workspaceId, hash, now);
  if (!row) return null;
  if (now.getTime() - (tokensSeenAt.get(row.id) ?? row.lastUsedAt?.getTime() ?? 0) > SEEN_EVERY_MS) {
    tokensSeenAt.set(row.id, now.getTime());
    await db.alone((tx) => touchApiToken(tx, workspaceId, row.id, now));
  }
  const acts: readonly Act[] = row.scopes.filter(isAct);
  return {
    workspaceId,
    agentId: null,
    acts,
    inboxes: row.inboxes,
    mustAddSecondFactor: false,
    address,
    via: { kind: 'token', id: row.id, name: row.name },
  };
}
