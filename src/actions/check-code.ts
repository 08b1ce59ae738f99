import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import type { Tx } from '../storage/database.ts';
import type { Seal } from '../storage/seal.ts';
import { spendRecoveryCode } from '../storage/sign-in/recovery-codes.ts';
import { readTotp, takeStep } from '../storage/sign-in/totp.ts';

/** What every authenticator app understands: SHA-1, six digits, half a minute (RFC 6238). */
const STEP_SECONDS = 30;

export const totpOf = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: STEP_SECONDS, algorithm: 'SHA1', label, issuer });

export const sealedForTotp = (agentId: AgentId) => `totp/${agentId}` as const;

/** Takes a code of an authenticator app or a recovery code, each of them once. Null when it is neither. */
export async function takeCode(
  tx: Tx,
  seal: Seal,
  { workspaceId, agentId }: { readonly workspaceId: WorkspaceId; readonly agentId: AgentId },
  given: string,
  now: Date,
): Promise<'totp' | 'recovery_code' | null> {
  const code = given.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(code)) {
    const hash = hashRecoveryCode(agentId, code);
    return (await spendRecoveryCode(tx, workspaceId, agentId, hash, now)) ? 'recovery_code' : null;
  }
  const row = await readTotp(tx, workspaceId, agentId);
  if (!row?.confirmedAt) return null;
  const { secret } = seal.open(workspaceId, sealedForTotp(agentId), row.sealed) as { readonly secret: string };
  const step = stepOf(secret, code, now);
  return step !== null && (await takeStep(tx, workspaceId, agentId, step)) ? 'totp' : null;
}

/** The half minute a code belongs to; a clock may be off by one of them. Null when it belongs to none. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const drift = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return drift === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + drift;
}

const CODES = 10;
// Without letters and digits that look alike on paper. 32 of them: each carries 5 bits.
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Of 80 random bits each, so that a hash of one cannot be turned back. */
export function makeRecoveryCodes(): readonly string[] {
  return Array.from({ length: CODES }, () => {
    const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('');
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** The agent is part of it: the same code of somebody else is another one. */
export function hashRecoveryCode(agentId: AgentId, code: string): Uint8Array {
  const letters = code.replace(/[\s-]/g, '').toLowerCase();
  return createHash('sha256').update(`${agentId} ${letters}`).digest();
}
