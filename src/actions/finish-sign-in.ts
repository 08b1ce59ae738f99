import { CareError } from '../core/errors.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import { readAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database, Tx } from '../storage/database.ts';
import type { Seal } from '../storage/seal.ts';
import { readSecretToken } from '../storage/secret-token.ts';
import { spendTicket, type Ticket, takeTry } from '../storage/sign-in/tickets.ts';
import { takeCode } from './check-code.ts';
import { type Doorway, openSession, type SecondFactor, type SignInStep } from './open-session.ts';
import { codeGuesses, forgetGuesses, slowGuessing } from './slow-guessing.ts';

export interface ReadTicket extends Ticket {
  readonly workspaceId: WorkspaceId;
  readonly hash: Uint8Array;
}

/** The second step by a code of an app, or by a recovery code. */
export async function signInByCode(
  { db, seal }: { readonly db: Database; readonly seal: Seal },
  doorway: Doorway,
  input: { readonly ticket: string; readonly code: string },
  now: Date,
): Promise<SignInStep> {
  const ticket = await tryTicket(db, input.ticket, now);
  const { workspaceId, agentId } = ticket;
  const guesses = codeGuesses(agentId);
  await slowGuessing(db, { workspaceId, address: doorway.address }, guesses, now);
  const step = await db.transaction(async (tx) => {
    const way = await takeCode(tx, seal, ticket, input.code, now);
    if (!way) return null;
    await forgetGuesses(tx, workspaceId, guesses);
    return enterByTicket(tx, ticket, doorway, way, now);
  });
  if (step) return step;
  await refused(db, ticket, doorway, now);
  throw new CareError('unauthenticated', 'wrong_code', 'This code is wrong, or was used already. Try the next one.', {
    field: 'code',
  });
}

/** Counts a try with a ticket. Throws when it opens nothing any more. */
export async function tryTicket(db: Database, text: string, now: Date): Promise<ReadTicket> {
  const token = readSecretToken(text);
  const ticket = token && (await db.alone((tx) => takeTry(tx, token.workspaceId, token.hash, now)));
  if (!token || !ticket) throw ticketIsSpent();
  return { ...ticket, workspaceId: token.workspaceId, hash: token.hash };
}

/** In, with a second factor shown. Of two at the same moment only one comes in. */
export async function enterByTicket(
  tx: Tx,
  { workspaceId, agentId, hash, firstBy }: ReadTicket,
  doorway: Doorway,
  and: SecondFactor,
  now: Date,
): Promise<SignInStep> {
  const agent = await readAgent(tx, workspaceId, agentId);
  if (!agent?.isActive || !(await spendTicket(tx, workspaceId, hash, now))) throw ticketIsSpent();
  const session = await openSession(tx, { workspaceId, agentId }, doorway, { by: firstBy, and }, now);
  return { step: 'done', session };
}

async function refused(
  db: Database,
  { workspaceId, agentId }: { readonly workspaceId: WorkspaceId; readonly agentId: AgentId },
  { address }: Doorway,
  now: Date,
): Promise<void> {
  const nobody = { workspaceId, agentId: null, address };
  await db.alone((tx) => addAudit(tx, nobody, { act: 'session.second_factor_refused', target: agentId }, now));
}

export function ticketIsSpent(): CareError {
  return new CareError('unauthenticated', 'ticket_spent', 'That took too long or too many tries. Sign in again.');
}
