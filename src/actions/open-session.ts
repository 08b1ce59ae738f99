import type { AgentId, WorkspaceId } from '../core/ids.ts';
import { markSignedIn } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import type { Tx } from '../storage/database.ts';
import { makeSecretToken } from '../storage/secret-token.ts';
import { addSession } from '../storage/sessions.ts';
import { readPolicy } from '../storage/sign-in/policy.ts';
import { readSecondFactors, type SecondFactors } from '../storage/sign-in/second-factors.ts';
import { addTicket } from '../storage/sign-in/tickets.ts';
import type { OpenedBy } from '../storage/tables/security.ts';

/** From where somebody signs in, as they will find it in the list of their sessions. */
export interface Doorway {
  readonly address: string;
  readonly userAgent: string;
  /** Whether this server runs the practice workspace: then that one is meant where none is named. */
  readonly isPractice: boolean;
}
export interface OpenedSession {
  readonly workspaceId: WorkspaceId;
  readonly agentId: AgentId;
  /** What the cookie carries; the database keeps its hash only. */
  readonly token: string;
}
export type SecondFactor = 'totp' | 'passkey' | 'recovery_code';

/** Either they are in, or something more is wanted of them; `ticket` says that the first step was taken. */
export type SignInStep =
  | { readonly step: 'done'; readonly session: OpenedSession }
  | { readonly step: 'second_factor'; readonly ticket: string; readonly ways: readonly SecondFactor[] };

export interface Entering {
  readonly workspaceId: WorkspaceId;
  readonly agentId: AgentId;
}

const TICKET_LASTS_MS = 5 * 60_000;

/** After a password or a link: in, or on to the second factor where the person has one. */
export async function goOn(
  tx: Tx,
  { workspaceId, agentId }: Entering,
  doorway: Doorway,
  by: 'password' | 'link',
  now: Date,
): Promise<SignInStep> {
  const ways = waysOf(await readSecondFactors(tx, workspaceId, agentId));
  if (ways.length === 0)
    return { step: 'done', session: await openSession(tx, { workspaceId, agentId }, doorway, { by }, now) };
  const ticket = makeSecretToken(workspaceId);
  const expiresAt = new Date(now.getTime() + TICKET_LASTS_MS);
  await addTicket(tx, workspaceId, { tokenHash: ticket.hash, agentId, firstBy: by, expiresAt });
  return { step: 'second_factor', ticket: ticket.text, ways };
}

function waysOf({ totp, passkeys, recoveryCodes }: SecondFactors): readonly SecondFactor[] {
  const ways: SecondFactor[] = [];
  if (totp) ways.push('totp');
  if (passkeys > 0) ways.push('passkey');
  if (ways.length > 0 && recoveryCodes > 0) ways.push('recovery_code');
  return ways;
}

/** @param how by what, and with which second factor or at which provider; it is written into the audit log */
export async function openSession(
  tx: Tx,
  { workspaceId, agentId }: Entering,
  { address, userAgent }: Doorway,
  how: { readonly by: OpenedBy; readonly and?: SecondFactor; readonly provider?: string },
  now: Date,
): Promise<OpenedSession> {
  const token = makeSecretToken(workspaceId);
  const { sessionDays } = await readPolicy(tx, workspaceId);
  await addSession(tx, {
    workspaceId,
    agentId,
    tokenHash: token.hash,
    at: now,
    expiresAt: new Date(now.getTime() + sessionDays * 24 * 3_600_000),
    userAgent: userAgent.slice(0, 300),
    address,
    by: how.by,
  });
  await markSignedIn(tx, workspaceId, agentId, now);
  await addAudit(
    tx,
    { workspaceId, agentId, address },
    { act: 'session.opened', target: agentId, detail: { ...how } },
    now,
  );
  return { workspaceId, agentId, token: token.text };
}
