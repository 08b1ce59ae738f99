import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';

export interface Ticket {
  readonly agentId: AgentId;
  readonly firstBy: 'password' | 'link';
  readonly challenge: string | null;
}

export async function addTicket(
  tx: Tx,
  workspaceId: WorkspaceId,
  ticket: {
    readonly tokenHash: Uint8Array;
    readonly agentId: AgentId;
    readonly firstBy: Ticket['firstBy'];
    readonly expiresAt: Date;
  },
): Promise<void> {
  await tx
    .insertInto('sign_in_tickets')
    .values({
      workspace_id: workspaceId,
      token_hash: ticket.tokenHash,
      agent_id: ticket.agentId,
      first_by: ticket.firstBy,
      challenge: null,
      expires_at: ticket.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Null when it was used, has ended, was tried too often or never made. */
export async function readTicket(
  db: Reader,
  workspaceId: WorkspaceId,
  tokenHash: Uint8Array,
  now: Date,
): Promise<Ticket | null> {
  const row = await db
    .selectFrom('sign_in_tickets')
    .select(['agent_id', 'first_by', 'challenge'])
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('tries', '<', TRIES_PER_TICKET)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? { agentId: row.agent_id, firstBy: row.first_by, challenge: row.challenge } : null;
}

/** Counts a try before it is looked at, so that tries sent at once are counted too. */
export async function takeTry(
  tx: Tx,
  workspaceId: WorkspaceId,
  tokenHash: Uint8Array,
  now: Date,
): Promise<Ticket | null> {
  const row = await tx
    .updateTable('sign_in_tickets')
    .set((is) => ({ tries: is('tries', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('tries', '<', TRIES_PER_TICKET)
    .where('expires_at', '>', now)
    .returning(['agent_id', 'first_by', 'challenge'])
    .executeTakeFirst();
  return row ? { agentId: row.agent_id, firstBy: row.first_by, challenge: row.challenge } : null;
}

const TRIES_PER_TICKET = 5;

export async function setChallenge(
  tx: Tx,
  workspaceId: WorkspaceId,
  tokenHash: Uint8Array,
  challenge: string,
): Promise<void> {
  await tx
    .updateTable('sign_in_tickets')
    .set({ challenge })
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .execute();
}

/** False when somebody else used it at the same moment. */
export async function spendTicket(
  tx: Tx,
  workspaceId: WorkspaceId,
  tokenHash: Uint8Array,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .updateTable('sign_in_tickets')
    .set({ used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
