import { z } from 'zod';
import { CareError } from '../../core/errors.ts';
import type { Seal } from '../../storage/seal.ts';
import type { Deps } from '../deps.ts';
import { checkInboxes } from './chores/check-inboxes.ts';
import { exportWorkspace } from './chores/export-workspace.ts';
import { balance, replay } from './chores/ledger.ts';
import { look } from './chores/look.ts';
import { makeToken } from './chores/make-token.ts';
import { resetPractice } from './chores/reset-practice.ts';
import { signInLink } from './chores/sign-in-link.ts';
import type { Chore, Chores } from './talk.ts';

export interface ChoreDeps extends Pick<Deps, 'db' | 'connectors' | 'now'> {
  /** Asked only by a chore that opens credentials: the others need no key. */
  readonly openSeal: () => Promise<Seal>;
  /** Where people open the desk. */
  readonly url: string;
  readonly dataFolder: string;
  /** Given where a practice workspace runs. */
  readonly resetRunningPractice?: () => Promise<void>;
}

/** What the command line can have done: by the running server, or by itself when none runs. */
const CHORES = {
  look,
  'check-inboxes': checkInboxes,
  'make-token': makeToken,
  balance,
  replay,
  'sign-in-link': signInLink,
  export: exportWorkspace,
  'reset-practice': resetPractice,
} satisfies Record<string, (deps: ChoreDeps, input: unknown) => AsyncGenerator<unknown>>;

export type ChoreName = keyof typeof CHORES;

export function choresOf(deps: ChoreDeps): Chores {
  return Object.fromEntries(
    Object.entries(CHORES).map(([name, chore]): [string, Chore] => [name, (input) => inWords(chore(deps, input))]),
  );
}

/** A wrong input is the asker's, and is told as such. */
async function* inWords(items: AsyncGenerator<unknown>) {
  try {
    yield* items;
  } catch (error) {
    if (error instanceof z.ZodError) throw new CareError('invalid', 'wrong_input', z.prettifyError(error));
    throw error;
  }
}
