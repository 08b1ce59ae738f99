import { CareError } from '../core/errors.ts';
import { readAgent } from '../storage/agents.ts';
import type { Database } from '../storage/database.ts';
import { isPassword } from '../storage/password.ts';
import type { Seal } from '../storage/seal.ts';
import { listSessions } from '../storage/sessions.ts';
import { readSecondFactors } from '../storage/sign-in/second-factors.ts';
import { forgetTries } from '../storage/sign-in/tries.ts';
import { takeCode } from './check-code.ts';
import { requirePerson } from './require-person.ts';
import { reassuringGuesses, slowGuessing } from './slow-guessing.ts';
import type { Principal } from './who.ts';

/** Who signed in no longer ago than this has just shown who they are. */
const FRESH_MS = 10 * 60_000;

/**
 * Whoever takes protection away shows once more who they are, so that a desk left open is not enough: by their
 * password or a code; without either, by having signed in just now.
 */
export async function reassure(
  { db, seal }: { readonly db: Database; readonly seal: Seal },
  who: Principal,
  input: {
    readonly password?: string | undefined;
    readonly code?: string | undefined;
    readonly thisSession: Uint8Array;
  },
  now: Date,
): Promise<void> {
  const { workspaceId, agentId } = requirePerson(who);
  const agent = await readAgent(db.read, workspaceId, agentId);
  const { totp, recoveryCodes } = await readSecondFactors(db.read, workspaceId, agentId);
  const { password, code } = input;
  if (!password && !code) {
    if (agent?.passwordHash || totp || recoveryCodes > 0)
      throw new CareError('forbidden', 'show_yourself', 'Type your password, or a code of your second factor.');
    const sessions = await listSessions(db.read, workspaceId, agentId, now);
    const own = sessions.find(({ tokenHash }) => Buffer.from(tokenHash).equals(input.thisSession));
    if (own && now.getTime() - own.createdAt.getTime() <= FRESH_MS) return;
    throw new CareError('forbidden', 'sign_in_again', 'Sign in again first: this takes protection away.');
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
  await db.alone((tx) =>
    forgetTries(
      tx,
      workspaceId,
      guesses.map(({ what }) => what),
    ),
  );
}
