import { Secret } from 'otpauth';
import { renderSVG } from 'uqr';
import { CareError } from '../core/errors.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import { readAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database, Tx } from '../storage/database.ts';
import type { Seal } from '../storage/seal.ts';
import { countRecoveryCodes, removeRecoveryCodes, replaceRecoveryCodes } from '../storage/sign-in/recovery-codes.ts';
import { readSecondFactors } from '../storage/sign-in/second-factors.ts';
import { confirmTotp, readTotp, removeTotp, startTotp, takeStep } from '../storage/sign-in/totp.ts';
import { hashRecoveryCode, makeRecoveryCodes, sealedForTotp, stepOf, totpOf } from './check-code.ts';
import { requirePerson } from './require-person.ts';
import { setUpGuesses, slowGuessing } from './slow-guessing.ts';
import { tellSessionsEnded } from './tell-sessions-ended.ts';
import type { Principal } from './who.ts';

type Deps = { readonly db: Database; readonly seal: Seal };
const SECRET_BYTES = 20;

/** A new secret for an authenticator app. It counts for nothing until a code of it was shown. */
export async function startTotpSetUp(
  { db, seal }: Deps,
  who: Principal,
  now: Date,
): Promise<{ readonly secret: string; readonly uri: string; readonly svg: string }> {
  const { workspaceId, agentId } = requirePerson(who);
  const agent = await readAgent(db.read, workspaceId, agentId);
  const secret = new Secret({ size: SECRET_BYTES }).base32;
  const sealed = seal.close(workspaceId, sealedForTotp(agentId), { secret });
  if (!(await db.alone((tx) => startTotp(tx, workspaceId, agentId, sealed, now))))
    throw new CareError('conflict', 'totp_in_use', 'An authenticator app is set up already. Remove it first.');
  const uri = totpOf(secret, agent?.email ?? '', 'Earshot').toString();
  return { secret, uri, svg: renderSVG(uri, { border: 2 }) };
}

/** The first code proves that the app has it. Gives recovery codes where the person has none yet. */
export async function confirmTotpSetUp(
  { db, seal }: Deps,
  who: Principal,
  input: { readonly code: string },
  now: Date,
): Promise<readonly string[]> {
  const { workspaceId, agentId } = requirePerson(who);
  await slowGuessing(db, who, setUpGuesses(agentId), now);
  return db.transaction(async (tx) => {
    const row = await readTotp(tx, workspaceId, agentId);
    if (!row || row.confirmedAt)
      throw new CareError('conflict', 'totp_not_started', 'Begin setting up the authenticator app first.');
    const { secret } = seal.open(workspaceId, sealedForTotp(agentId), row.sealed) as { readonly secret: string };
    const code = input.code.replace(/[\s-]/g, '');
    const step = /^\d{6}$/.test(code) ? stepOf(secret, code, now) : null;
    if (step === null)
      throw new CareError('invalid', 'wrong_code', 'This code is wrong. Check that the clock of the phone is right.', {
        field: 'code',
      });
    if (!(await confirmTotp(tx, workspaceId, agentId, now)) || !(await takeStep(tx, workspaceId, agentId, step)))
      throw new CareError('conflict', 'totp_not_started', 'Begin setting up the authenticator app first.');
    await addAudit(tx, who, { act: 'totp.added', target: agentId }, now);
    const left = await countRecoveryCodes(tx, workspaceId, agentId);
    return left > 0 ? [] : newCodes(tx, who, agentId, now);
  });
}

/** After they have shown once more who they are. */
export async function dropTotp(db: Database, who: Principal, now: Date): Promise<void> {
  const { workspaceId, agentId } = requirePerson(who);
  await db.transaction(async (tx) => {
    if (!(await removeTotp(tx, workspaceId, agentId)))
      throw new CareError('not_found', 'no_totp', 'There is no authenticator app to remove.');
    await dropUselessCodes(tx, workspaceId, agentId);
    await addAudit(tx, who, { act: 'totp.removed', target: agentId }, now);
    // Where the workspace wants a second factor, the desk closes until there is one again.
    await tellSessionsEnded(tx, workspaceId, now);
  });
}

/** New recovery codes; those of before no longer work. */
export async function renewRecoveryCodes(db: Database, who: Principal, now: Date): Promise<readonly string[]> {
  const { workspaceId, agentId } = requirePerson(who);
  return db.transaction(async (tx) => {
    const { totp, passkeys } = await readSecondFactors(tx, workspaceId, agentId);
    if (!totp && passkeys === 0)
      throw new CareError('conflict', 'no_second_factor', 'Add an authenticator app or a passkey first.');
    return newCodes(tx, who, agentId, now);
  });
}

async function newCodes(tx: Tx, who: Principal, agentId: AgentId, now: Date): Promise<readonly string[]> {
  const codes = makeRecoveryCodes();
  const hashes = codes.map((code) => hashRecoveryCode(agentId, code));
  await replaceRecoveryCodes(tx, who.workspaceId, agentId, hashes);
  await addAudit(tx, who, { act: 'recovery_codes.made', target: agentId, detail: { count: codes.length } }, now);
  return codes;
}

/** Without a second factor there is nothing to recover from. */
export async function dropUselessCodes(tx: Tx, workspaceId: WorkspaceId, agentId: AgentId): Promise<void> {
  const { totp, passkeys } = await readSecondFactors(tx, workspaceId, agentId);
  if (!totp && passkeys === 0) await removeRecoveryCodes(tx, workspaceId, agentId);
}
