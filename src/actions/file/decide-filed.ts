import type { Delta } from '../../core/filing/delta.ts';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import type { Gist } from '../../core/triage/gist.ts';
import { type Triaged, type TriageRules, triage } from '../../core/triage/triage.ts';
import type { Tx } from '../../storage/database.ts';
import type { NewConversation } from '../../storage/filing/conversations.ts';
import { together } from '../../storage/together.ts';
import { readRulesWithoutWork } from '../../storage/triage/rules.ts';
import { askingMore, factsOfAsking } from './facts-of-asking.ts';
import { factsOfNewcomers, newcomersIn } from './facts-of-newcomers.ts';

export interface Fresh extends NewConversation {
  readonly delta: Delta;
  readonly gist: Gist;
}
/** One that was there before and that the transaction holds. */
export interface Asking {
  readonly id: ConversationId;
  readonly delta: Delta;
  readonly gist: Gist;
  /** It waited already before this. */
  readonly waits: boolean;
}

/**
 * Decides what follows of a batch before its conversations are written, as far as filing knows all that decides: the first
 * word of somebody new, and one more word in what waits already. It is what the triager would decide a moment later, and
 * saves reading each row again and writing it a second time. All else is left to the triager: where rules of work look at
 * it, where something is to be rung, where it was answered before.
 *
 * Whoever changes what decides waits for the batch in flight (`holdFiling`) and has what it wrote decided anew.
 */
export async function decideFiled(
  tx: Tx,
  workspaceId: WorkspaceId,
  fresh: readonly Fresh[],
  asking: readonly Asking[],
  now: Date,
): Promise<ReadonlyMap<ConversationId, Triaged>> {
  const newcomers = newcomersIn(fresh);
  const more = askingMore(asking);
  if (newcomers.length + more.length === 0) return new Map();
  const rules = await readRulesWithoutWork(tx, workspaceId);
  if (!rules) return new Map();
  const known = await together(factsOfNewcomers(tx, workspaceId, newcomers, now), factsOfAsking(tx, workspaceId, more));
  return new Map(
    known.flat().flatMap((facts) => {
      const decided = decide(facts, rules, now);
      return decided && decided.fired.length === 0 ? [[facts.id as ConversationId, decided] as const] : [];
    }),
  );
}

function decide(facts: TriageFacts, rules: TriageRules, now: Date): Triaged | null {
  try {
    return triage(facts, rules, now);
  } catch {
    // What cannot be decided is filed all the same; the triager finds it, and says what is wrong with it.
    return null;
  }
}
