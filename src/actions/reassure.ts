import { CareError } from '../core/errors.ts';
import { readAgent } from '../storage/agents.ts';
import type { Database } from '../storage/database.ts';
import { isPassword } from '../storage/password.ts';
import type { Seal } from '../storage/seal.ts';
import { readOpening } from '../storage/sessions.ts';
import { readSecondFactors } from '../storage/sign-in/second-factors.ts';
import { takeCode } from './check-code.ts';
import { requirePerson } from './require-person.ts';
import { forgetGuesses, reassuringGuesses, slowGuessing } from './slow-guessing.ts';
import type { Principal } from './who.ts';

/** Who signed in no longer ago than this has just shown who they are. */
const FRESH_MS = 10 * 60_000;

type Deps = { readonly db: Database; readonly seal: Seal };
interface Proof {
  readonly password?: string | undefined;
  readonly code?: string | undefined;
  readonly thisSession: Uint8Array;
}

/**
 * Whoever takes protection away shows once more who they are, so that a desk left open is not enough: by their
 * password or a code; without either, by having signed in just now.
 */
export async function reassure({ db, seal }: Deps, who: Principal, input: Proof, now: Date): Promise<void> {
  const { workspaceId, agentId } = requirePerson(who);
  const agent = await readAgent(db.read, workspaceId, agentId);
  const { password, code } = input;
  if (!password && !code) {
    const { totp, recoveryCodes } = await readSecondFactors(db.read, workspaceId, agentId);
    if (agent?.passwordHash || totp || recoveryCodes > 0)
      throw new CareError('forbidden', 'show_yourself', 'Type your password, or a code of your second factor.');
    const opening = await readOpening(db.read, workspaceId, input.thisSession);
    if (opening && now <= freshUntil(opening.createdAt)) return;
    const words = 'Sign in again first: it is too long ago that you showed who you are.';
    throw new CareError('forbidden', 'sign_in_again', words);
  }
  const guesses = reassuringGuesses(agentId);
  await slowGuessing(db, who, guesses, now);
  const isRight = password
    ? await isPassword(password, agent?.passwordHash ?? null)
    : await db.transaction((tx) => takeCode(tx, seal, { workspaceId, agentId }, code ?? '', now));
  if (!isRight) {
    const field = password ? 'password' : 'code';
    const words = password ? 'The password is wrong.' : 'This code is wrong, or was used already.';
    throw new CareError('forbidden', password ? 'wrong_password' : 'wrong_code', words, { field });
  }
  await db.alone((tx) => forgetGuesses(tx, workspaceId, guesses));
}

/** So does whoever adds a way in, or a desk left open would become a lasting one. */
export async function reassureToAdd({ db, seal }: Deps, who: Principal, input: Proof, now: Date): Promise<void> {
  const until = await addsFreelyUntil(db, who, input.thisSession);
  if (!until || until < now) await reassure({ db, seal }, who, input, now);
}

/** Whoever came in by a one-time link may have lost all they could show: the link is their proof for a while. */
export async function addsFreelyUntil(db: Database, who: Principal, thisSession: Uint8Array): Promise<Date | null> {
  const { workspaceId } = requirePerson(who);
  const opening = await readOpening(db.read, workspaceId, thisSession);
  return opening?.by === 'link' ? freshUntil(opening.createdAt) : null;
}

const freshUntil = (openedAt: Date) => new Date(openedAt.getTime() + FRESH_MS);
