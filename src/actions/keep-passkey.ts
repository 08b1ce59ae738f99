import { CareError } from '../core/errors.ts';
import { readAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import type { Seal } from '../storage/seal.ts';
import {
  addPasskey,
  listPasskeys,
  type PasskeyRow,
  removePasskeys,
  renamePasskey,
} from '../storage/sign-in/passkeys.ts';
import { ALGORITHMS, answerChallenge, makeChallenge, type PasskeyPlace, readChallenge } from './passkey-challenge.ts';
import { requirePerson } from './require-person.ts';
import { dropUselessCodes } from './set-up-totp.ts';
import { userHandleOf } from './sign-in-by-passkey.ts';
import { tellSessionsEnded } from './tell-sessions-ended.ts';
import type { Principal } from './who.ts';

type Json = Readonly<Record<string, unknown>>;
type Deps = { readonly db: Database; readonly seal: Seal };
/** Of one person: more is a script. */
const MOST = 20;

/** What the browser is asked to make. */
export async function askForNewPasskey(
  { db, seal }: Deps,
  who: Principal,
  { rpId }: PasskeyPlace,
  now: Date,
): Promise<{ readonly ticket: string; readonly options: Json }> {
  const { workspaceId, agentId } = requirePerson(who);
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const agent = await readAgent(db.read, workspaceId, agentId);
  const known = await listPasskeys(db.read, workspaceId, agentId);
  const { challenge, ticket } = makeChallenge(seal, `new ${workspaceId}/${agentId}`, now);
  const options = await generateRegistrationOptions({
    rpName: 'Earshot',
    rpID: rpId,
    userName: agent?.email ?? '',
    userDisplayName: agent?.name ?? '',
    userID: Uint8Array.from(Buffer.from(userHandleOf(workspaceId, agentId))),
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { ticket, options: { ...options } };
}

export async function keepPasskey(
  { db, seal }: Deps,
  who: Principal,
  { rpId, origin }: PasskeyPlace,
  input: { readonly ticket: string; readonly response: Json; readonly name: string },
  now: Date,
): Promise<PasskeyRow> {
  const { workspaceId, agentId } = requirePerson(who);
  const asked = readChallenge(seal, `new ${workspaceId}/${agentId}`, input.ticket, now);
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  type Answer = Parameters<typeof verifyRegistrationResponse>[0]['response'];
  const verified = await verifyRegistrationResponse({
    response: input.response as unknown as Answer,
    expectedChallenge: asked.challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!verified?.verified)
    throw new CareError('invalid', 'passkey_refused', 'The passkey could not be verified. Try again.');
  const { credential } = verified.registrationInfo;
  const row = {
    id: newId<string>(now.getTime()),
    agentId,
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    name: input.name,
    createdAt: now,
  };
  return db.transaction(async (tx) => {
    await answerChallenge(tx, workspaceId, asked);
    if ((await listPasskeys(tx, workspaceId, agentId)).length >= MOST)
      throw new CareError('conflict', 'too_many_passkeys', `You have ${MOST} passkeys. Remove one first.`);
    if (!(await addPasskey(tx, workspaceId, row)))
      throw new CareError('conflict', 'passkey_known', 'This passkey is known here already.');
    await addAudit(tx, who, { act: 'passkey.added', target: agentId, detail: { name: input.name } }, now);
    return { ...row, lastUsedAt: null };
  });
}

export async function callPasskey(
  db: Database,
  who: Principal,
  input: { readonly id: string; readonly name: string },
  now: Date,
): Promise<PasskeyRow> {
  const { workspaceId, agentId } = requirePerson(who);
  return db.transaction(async (tx) => {
    const was = (await listPasskeys(tx, workspaceId, agentId)).find(({ id }) => id === input.id);
    const row = await renamePasskey(tx, workspaceId, agentId, input.id, input.name);
    if (!row) throw noSuchPasskey();
    const detail = { before: { name: was?.name ?? '' }, after: { name: input.name } };
    await addAudit(tx, who, { act: 'passkey.renamed', target: agentId, detail }, now);
    return row;
  });
}

/** After they have shown once more who they are. */
export async function dropPasskey(db: Database, who: Principal, id: string, now: Date): Promise<void> {
  const { workspaceId, agentId } = requirePerson(who);
  await db.transaction(async (tx) => {
    const [name] = await removePasskeys(tx, workspaceId, agentId, id);
    if (name === undefined) throw noSuchPasskey();
    await dropUselessCodes(tx, workspaceId, agentId);
    await addAudit(tx, who, { act: 'passkey.removed', target: agentId, detail: { name } }, now);
    await tellSessionsEnded(tx, workspaceId, now);
  });
}

const noSuchPasskey = () => new CareError('not_found', 'no_such_passkey', 'There is no such passkey.');
