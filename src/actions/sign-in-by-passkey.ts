import { CareError } from '../core/errors.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import { readAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { storableText } from '../storage/rows.ts';
import type { Seal } from '../storage/seal.ts';
import { readSecretToken } from '../storage/secret-token.ts';
import { findPasskey, listPasskeys, type PasskeyRow, touchPasskey } from '../storage/sign-in/passkeys.ts';
import { readTicket, setChallenge } from '../storage/sign-in/tickets.ts';
import { enterByTicket, ticketIsSpent, tryTicket } from './finish-sign-in.ts';
import { type Doorway, openSession, type SignInStep } from './open-session.ts';
import { answerChallenge, makeChallenge, type PasskeyPlace, readChallenge } from './passkey-challenge.ts';

type Json = Readonly<Record<string, unknown>>;
type Deps = { readonly db: Database; readonly seal: Seal };
const ALONE = 'passkey';

/** What the browser is asked for: any passkey of this place, or one of the person who has shown a password already. */
export async function askForPasskey(
  { db, seal }: Deps,
  { rpId }: PasskeyPlace,
  given: string | undefined,
  now: Date,
): Promise<{ readonly ticket: string; readonly options: Json }> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  if (given === undefined) {
    const { challenge, ticket } = makeChallenge(seal, ALONE, now);
    const options = await generateAuthenticationOptions({
      rpID: rpId,
      challenge: Buffer.from(challenge, 'base64url'),
      userVerification: 'required',
    });
    return { ticket, options: { ...options } };
  }
  const token = readSecretToken(given);
  const ticket = token && (await readTicket(db.read, token.workspaceId, token.hash, now));
  if (!token || !ticket) throw ticketIsSpent();
  const keys = await listPasskeys(db.read, token.workspaceId, ticket.agentId);
  const options = await generateAuthenticationOptions({
    rpID: rpId,
    allowCredentials: keys.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
    userVerification: 'preferred',
  });
  await db.alone((tx) => setChallenge(tx, token.workspaceId, token.hash, options.challenge));
  return { ticket: given, options: { ...options } };
}

/** By a passkey: alone it is both factors at once, after a password it is the second. */
export async function signInByPasskey(
  deps: Deps,
  place: PasskeyPlace,
  doorway: Doorway,
  input: { readonly ticket: string; readonly response: Json },
  now: Date,
): Promise<SignInStep> {
  return readSecretToken(input.ticket)
    ? afterPassword(deps.db, place, doorway, input, now)
    : alone(deps, place, doorway, input, now);
}

async function afterPassword(
  db: Database,
  place: PasskeyPlace,
  doorway: Doorway,
  { ticket: text, response }: { readonly ticket: string; readonly response: Json },
  now: Date,
): Promise<SignInStep> {
  const ticket = await tryTicket(db, text, now);
  const key = await findPasskey(db.read, ticket.workspaceId, storableText(String(response.id ?? '')));
  if (!key || key.agentId !== ticket.agentId || !ticket.challenge) throw unknownKey();
  const counter = await verify(place, key, response, ticket.challenge, false);
  return db.transaction(async (tx) => {
    await touchPasskey(tx, ticket.workspaceId, key.id, counter, now);
    return enterByTicket(tx, ticket, doorway, 'passkey', now);
  });
}

async function alone(
  { db, seal }: Deps,
  place: PasskeyPlace,
  doorway: Doorway,
  { ticket, response }: { readonly ticket: string; readonly response: Json },
  now: Date,
): Promise<SignInStep> {
  const asked = readChallenge(seal, ALONE, ticket, now);
  const owner = readUserHandle(response);
  const key = owner && (await findPasskey(db.read, owner.workspaceId, storableText(String(response.id ?? ''))));
  if (!owner || !key || key.agentId !== owner.agentId) throw unknownKey();
  const { workspaceId, agentId } = owner;
  const counter = await verify(place, key, response, asked.challenge, true).catch(async (error: unknown) => {
    const nobody = { workspaceId, agentId: null, address: doorway.address };
    await db.alone((tx) => addAudit(tx, nobody, { act: 'session.passkey_refused', target: agentId }, now));
    throw error;
  });
  return db.transaction(async (tx) => {
    await answerChallenge(tx, workspaceId, asked);
    const agent = await readAgent(tx, workspaceId, agentId);
    if (!agent?.isActive) throw unknownKey();
    await touchPasskey(tx, workspaceId, key.id, counter, now);
    return { step: 'done', session: await openSession(tx, owner, doorway, { by: 'passkey' }, now) };
  });
}

/** Whose passkey it is, as the browser kept it: workspace and agent. */
export const userHandleOf = (workspaceId: WorkspaceId, agentId: AgentId): string => `${workspaceId}/${agentId}`;

function readUserHandle(response: Json): { readonly workspaceId: WorkspaceId; readonly agentId: AgentId } | null {
  const { userHandle } = (response.response ?? {}) as { readonly userHandle?: unknown };
  const text = typeof userHandle === 'string' ? Buffer.from(userHandle, 'base64url').toString() : '';
  const [, workspace, agent] = /^(\d{1,9})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  return workspace && agent ? { workspaceId: Number(workspace) as WorkspaceId, agentId: agent as AgentId } : null;
}

/** The counter it says now. Throws in words whatever is wrong with the answer. */
async function verify(
  { rpId, origin }: PasskeyPlace,
  key: PasskeyRow,
  response: Json,
  challenge: string,
  requireUserVerification: boolean,
): Promise<number> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  type Answer = Parameters<typeof verifyAuthenticationResponse>[0]['response'];
  const verified = await verifyAuthenticationResponse({
    response: response as unknown as Answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification,
    credential: {
      id: key.credentialId,
      publicKey: Uint8Array.from(key.publicKey),
      counter: key.counter,
    },
  }).catch(() => null);
  if (!verified?.verified) throw unknownKey();
  return verified.authenticationInfo.newCounter;
}

function unknownKey(): CareError {
  return new CareError(
    'unauthenticated',
    'unknown_passkey',
    'This passkey is not known here. Sign in another way, and add it in your settings.',
  );
}
