import { neighbourhoodOf } from '../core/access/neighbourhood.ts';
import { CareError } from '../core/errors.ts';
import type { WorkspaceId } from '../core/ids.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database, Tx } from '../storage/database.ts';
import { countTry, forgetTries } from '../storage/sign-in/tries.ts';

/** So many guesses of one kind within a while; then it is over until the while ends. */
export interface GuessLimit {
  readonly kind: 'password' | 'code' | 'set-up' | 'reassure';
  /** Whose it is: an agent, or an address that somebody says is theirs. */
  readonly target: string;
  /** From one place; left out: from everywhere together. */
  readonly from?: string;
  readonly max: number;
  readonly lastsMs: number;
}

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;

/**
 * For a password. Few from one address; many more from everywhere together, so that a stranger who guesses does not
 * keep the person themselves out.
 */
export const passwordGuesses = (email: string, address: string): readonly GuessLimit[] => [
  { kind: 'password', target: email, from: neighbourhoodOf(address), max: 10, lastsMs: QUARTER_MS },
  { kind: 'password', target: email, max: 100, lastsMs: QUARTER_MS },
];

/** For a code. Whoever guesses here has the password already, so few are enough and from wherever. */
export const codeGuesses = (agentId: string): readonly GuessLimit[] => [
  { kind: 'code', target: agentId, max: 10, lastsMs: HOUR_MS },
];

/** For the first code of an app that is being set up. */
export const setUpGuesses = (agentId: string): readonly GuessLimit[] => [
  { kind: 'set-up', target: agentId, max: 10, lastsMs: HOUR_MS },
];

/** For a password or a code of somebody who is signed in already. */
export const reassuringGuesses = (agentId: string): readonly GuessLimit[] => [
  { kind: 'reassure', target: agentId, max: 10, lastsMs: QUARTER_MS },
];

/** Counts one guess of each kind, and refuses it when there were too many. It stays counted whatever becomes of it. */
export async function slowGuessing(
  db: Database,
  { workspaceId, address }: { readonly workspaceId: WorkspaceId; readonly address?: string | undefined },
  limits: readonly GuessLimit[],
  now: Date,
): Promise<void> {
  for (const limit of limits) {
    const { kind, target, max, lastsMs } = limit;
    const { count, endsAt } = await db.alone((tx) => countTry(tx, workspaceId, keyOf(limit), lastsMs, now));
    if (count <= max) continue;
    if (count === max + 1) {
      const actor = { workspaceId, agentId: null, ...(address ? { address } : {}) };
      await db.alone((tx) => addAudit(tx, actor, { act: 'session.guessing_stopped', target, detail: { kind } }, now));
    }
    throw tooManyGuesses(endsAt, now);
  }
}

/** It was right: what was guessed before no longer counts. */
export const forgetGuesses = (tx: Tx, workspaceId: WorkspaceId, limits: readonly GuessLimit[]): Promise<void> =>
  forgetTries(tx, workspaceId, limits.map(keyOf));

const keyOf = ({ kind, target, from }: GuessLimit): string => [kind, target, ...(from ? [from] : [])].join(' ');

function tooManyGuesses(endsAt: Date, now: Date): CareError {
  const retryAfterSeconds = Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new CareError(
    'too_many',
    'too_many_tries',
    `That was wrong too often. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    { retryAfterSeconds },
  );
}
