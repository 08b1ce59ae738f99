import { earliest } from '../../core/earliest.ts';
import type { Delta } from '../../core/filing/delta.ts';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import { asksForWords, nothingToDo } from '../../core/rules/nothing-to-do.ts';
import type { RuledPlace } from '../../core/rules/place.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import type { Gist } from '../../core/triage/gist.ts';
import { type TriageRules, triage } from '../../core/triage/triage.ts';
import type { Tx } from '../../storage/database.ts';
import type { DecidedFiled, NewConversation } from '../../storage/filing/conversations.ts';
import { readBeginnings } from '../../storage/filing/inboxes.ts';
import { together } from '../../storage/together.ts';
import { readTriageRules } from '../../storage/triage/rules.ts';
import { askingMore, factsOfAsking } from './facts-of-asking.ts';
import { factsOfNewcomer, newcomersIn, placeOfNewcomer } from './facts-of-newcomers.ts';

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
/** What decides of one conversation. */
interface Known {
  readonly facts: TriageFacts;
  /** As rules of work look at it. Null: none is on. */
  readonly place: RuledPlace | null;
}

/**
 * Decides what follows of a batch before its conversations are written, as far as filing knows all that decides: the first
 * word of somebody new, and one more word in what waits already. It is what the triager would decide a moment later, and
 * saves reading each row again and writing it a second time. All else is left to the triager: where a rule of work has
 * something to do, or may have done something before, where something is to be rung, where it was answered before.
 *
 * Whoever changes what decides waits for the batch in flight (`holdFiling`) and has what it wrote decided anew; a new or
 * changed rule of work begins with what arrives after it.
 *
 * @param saidIn what the batch says in a conversation, the newest first, folded for search
 */
export async function decideFiled(
  tx: Tx,
  workspaceId: WorkspaceId,
  fresh: readonly Fresh[],
  asking: readonly Asking[],
  saidIn: (id: ConversationId) => readonly string[],
  now: Date,
): Promise<ReadonlyMap<ConversationId, DecidedFiled>> {
  const newcomers = newcomersIn(fresh);
  const waiting = askingMore(asking);
  if (newcomers.length + waiting.length === 0) return new Map();
  const rules = await readTriageRules(tx, workspaceId);
  const work = rules.work ?? [];
  const isRuled = work.length > 0;
  const words = asksForWords(work) ? saidIn : null;
  const [beginnings, facts] = await together(
    readBeginnings(tx, workspaceId, [...new Set(newcomers.map(({ inboxId }) => inboxId))]),
    factsOfAsking(tx, workspaceId, isRuled ? [] : waiting),
  );
  const known = [
    ...newcomers.flatMap((one): readonly Known[] => {
      const beginning = beginnings.get(one.inboxId);
      if (!beginning) return [];
      const place = isRuled ? placeOfNewcomer(one, beginning, words?.(one.id) ?? [], now) : null;
      return [{ facts: factsOfNewcomer(one, beginning, now), place }];
    }),
    ...facts.map((one): Known => ({ facts: one, place: null })),
  ];
  return new Map(
    known.flatMap((one) => {
      const decided = decide(one, rules, now);
      return decided && decided.fired.length === 0 ? [[one.facts.id as ConversationId, decided] as const] : [];
    }),
  );
}

function decide({ facts, place }: Known, rules: TriageRules, now: Date): DecidedFiled | null {
  try {
    const left = place && nothingToDo(rules.work ?? [], place, now);
    if (place && !left) return null;
    const decided = triage(facts, rules, now);
    return {
      ...decided,
      nextAt: earliest(decided.nextAt, left?.nextAt ?? null),
      ruledInboundAt: place?.arrivedAt ? new Date(place.arrivedAt) : null,
    };
  } catch {
    // What cannot be decided is filed all the same; the triager finds it, and says what is wrong with it.
    return null;
  }
}
