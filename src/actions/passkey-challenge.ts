import { randomBytes } from 'node:crypto';
import { CareError } from '../core/errors.ts';
import type { WorkspaceId } from '../core/ids.ts';
import type { Tx } from '../storage/database.ts';
import type { Seal } from '../storage/seal.ts';
import { spendChallenge } from '../storage/sign-in/challenges.ts';

/** Where passkeys of this installation belong. */
export interface PasskeyPlace {
  /** The name of the host: browsers offer a passkey to it alone. */
  readonly rpId: string;
  readonly origin: string;
}

/** EdDSA, ES256, RS256 (COSE): what every authenticator speaks one of. */
export const ALGORITHMS = [-8, -7, -257];

const LASTS_MS = 5 * 60_000;
const NOWHERE = 0 as WorkspaceId;

/**
 * A challenge that nobody had to be known for. It travels sealed and is written down only when it was answered, so
 * that asking for many fills nothing.
 */
export function makeChallenge(
  seal: Seal,
  about: string,
  now: Date,
): { readonly challenge: string; readonly ticket: string } {
  const challenge = randomBytes(32).toString('base64url');
  const sealed = seal.close(NOWHERE, `sign-in/${about}`, [challenge, now.getTime() + LASTS_MS]);
  return { challenge, ticket: Buffer.from(sealed).toString('base64url') };
}

/** Throws when it is not ours, has ended, or was made for something else. */
export function readChallenge(
  seal: Seal,
  about: string,
  ticket: string,
  now: Date,
): { challenge: string; endsAt: Date } {
  const [challenge, endsAt] = open(seal, about, ticket);
  if (endsAt <= now.getTime()) throw tookTooLong();
  return { challenge, endsAt: new Date(endsAt) };
}

/** Once. */
export async function answerChallenge(
  tx: Tx,
  workspaceId: WorkspaceId,
  { challenge, endsAt }: { readonly challenge: string; readonly endsAt: Date },
): Promise<void> {
  if (!(await spendChallenge(tx, workspaceId, challenge, endsAt))) throw tookTooLong();
}

function open(seal: Seal, about: string, ticket: string): readonly [string, number] {
  try {
    return seal.open(NOWHERE, `sign-in/${about}`, Buffer.from(ticket, 'base64url')) as readonly [string, number];
  } catch {
    throw tookTooLong();
  }
}

const tookTooLong = () => new CareError('invalid', 'challenge_spent', 'That took too long. Try again.');
