import { sql } from 'kysely';
import type { Role } from '../core/access/role.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import { isAnyRestricted } from './access/inbox-rights.ts';
import type { Reader, Tx } from './database.ts';
import { USUAL_POLICY } from './sign-in/policy.ts';
import { readSecondFactors } from './sign-in/second-factors.ts';
import type { OpenedBy } from './tables/security.ts';

export interface NewSession {
  readonly workspaceId: WorkspaceId;
  readonly agentId: AgentId;
  readonly tokenHash: Uint8Array;
  readonly at: Date;
  readonly expiresAt: Date;
  readonly userAgent: string;
  readonly address: string;
  /** How they showed who they are. */
  readonly by?: OpenedBy;
}

export async function addSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      workspace_id: session.workspaceId,
      token_hash: session.tokenHash,
      agent_id: session.agentId,
      created_at: session.at,
      last_seen_at: session.at,
      expires_at: session.expiresAt,
      user_agent: session.userAgent,
      address: session.address,
      ...(session.by ? { opened_by: session.by } : {}),
    })
    .execute();
}

export interface SignedIn {
  readonly agentId: AgentId;
  /** The built-in role, or the acts of one of the workspace's own that stands in its place. */
  readonly role: Role;
  readonly ownActs: readonly string[] | null;
  /** Some inbox is not everybody's: what they may where is to be asked. */
  readonly isAnyInboxRestricted: boolean;
  readonly lastSeenAt: Date;
  /** The workspace wants a second factor of everybody, they have none, and no provider asked for one in its place. */
  readonly mustAddSecondFactor: boolean;
}

async function hasSecondFactor(db: Reader, workspaceId: WorkspaceId, agentId: AgentId): Promise<boolean> {
  const { totp, passkeys } = await readSecondFactors(db, workspaceId, agentId);
  return totp || passkeys > 0;
}

/** Null when the session ended, or its agent is no longer active. */
export async function findSession(
  db: Reader,
  workspaceId: WorkspaceId,
  tokenHash: Uint8Array,
  now: Date,
): Promise<SignedIn | null> {
  // Asked with every request and planned every time: a table more in a join costs more than a look into it by its key.
  const { rows } = await sql<{
    id: AgentId;
    role: Role;
    acts: readonly string[] | null;
    last_seen_at: Date;
    restricted: boolean;
    must_have_factor: boolean;
  }>`
    select a.id, a.role, s.last_seen_at, ${isAnyRestricted(workspaceId)} as restricted,
      case when a.role_id is not null then (select r.acts from roles r where r.workspace_id = a.workspace_id and r.id = a.role_id) end as acts,
      s.opened_by <> 'oidc' and exists (
        select from security_policies p where p.workspace_id = ${workspaceId} and p.require_second_factor) as must_have_factor
    from sessions s join agents a on a.workspace_id = s.workspace_id and a.id = s.agent_id
    where s.workspace_id = ${workspaceId} and s.token_hash = ${tokenHash} and s.expires_at > ${now} and a.deactivated_at is null`.execute(
    db,
  );
  const row = rows[0];
  if (!row) return null;
  return {
    agentId: row.id,
    role: row.role,
    ownActs: row.acts,
    isAnyInboxRestricted: row.restricted,
    lastSeenAt: row.last_seen_at,
    // Asked only where it matters.
    mustAddSecondFactor: row.must_have_factor && !(await hasSecondFactor(db, workspaceId, row.id)),
  };
}

/** It was used: it lasts from now on for as long as the workspace lets one last. */
export async function touchSession(tx: Tx, workspaceId: WorkspaceId, tokenHash: Uint8Array, now: Date): Promise<void> {
  await sql`update sessions set last_seen_at = ${now}, expires_at = ${now}::timestamptz + interval '1 day' * coalesce(
      (select p.session_days from security_policies p where p.workspace_id = ${workspaceId}), ${USUAL_POLICY.sessionDays})
    where workspace_id = ${workspaceId} and token_hash = ${tokenHash}`.execute(tx);
}

/** Ends one; false when it was not there. */
export async function endSession(tx: Tx, workspaceId: WorkspaceId, tokenHash: Uint8Array): Promise<boolean> {
  const done = await tx
    .deleteFrom('sessions')
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** Ends all sessions of an agent but, where given, the one they are in. */
export async function endSessionsOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  butNot: Uint8Array | null = null,
): Promise<number> {
  let ending = tx.deleteFrom('sessions').where('workspace_id', '=', workspaceId).where('agent_id', '=', agentId);
  if (butNot) ending = ending.where('token_hash', '!=', butNot);
  return Number((await ending.executeTakeFirst()).numDeletedRows);
}

/** After sessions were made to last shorter, those that are open end sooner too; never later. */
export async function shortenSessions(tx: Tx, workspaceId: WorkspaceId, lastsDays: number): Promise<void> {
  await sql`update sessions set expires_at = last_seen_at + ${lastsDays} * interval '1 day'
    where workspace_id = ${workspaceId} and expires_at > last_seen_at + ${lastsDays} * interval '1 day'`.execute(tx);
}

export interface SessionRow {
  readonly tokenHash: Uint8Array;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string;
  readonly address: string;
  readonly by: OpenedBy;
}

export async function listSessions(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  now: Date,
): Promise<readonly SessionRow[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('agent_id', '=', agentId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map((row) => ({
    tokenHash: row.token_hash,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    userAgent: row.user_agent,
    address: row.address,
    by: row.opened_by,
  }));
}

/** When and how one was opened; null when it is not there. */
export async function readOpening(
  db: Reader,
  workspaceId: WorkspaceId,
  tokenHash: Uint8Array,
): Promise<Pick<SessionRow, 'createdAt' | 'by'> | null> {
  const row = await db
    .selectFrom('sessions')
    .select(['created_at', 'opened_by'])
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ? { createdAt: row.created_at, by: row.opened_by } : null;
}

/** For the timers: what has ended is no longer kept. */
export async function removeEndedSessions(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await sql`with gone as (delete from sessions where workspace_id = ${workspaceId} and expires_at <= ${now}),
      tickets as (delete from sign_in_tickets where workspace_id = ${workspaceId} and expires_at <= ${now}),
      tries as (delete from sign_in_tries where workspace_id = ${workspaceId} and ends_at <= ${now}),
      challenges as (delete from spent_challenges where workspace_id = ${workspaceId} and expires_at <= ${now})
    delete from sign_in_links where workspace_id = ${workspaceId} and expires_at <= ${now}`.execute(tx);
}
