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
import { placesOfAsking } from './places-of-asking.ts';

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
  /** As rules of work look at it. Null: none is on. Absent: only the triager knows. */
  readonly place: RuledPlace | null | undefined;
}

/**
 * Decides what follows of a batch before its conversations are written, as far as filing knows all that decides: the first
 * word of somebody new, and one more word in what waits already. It is what the triager would decide a moment later, and
 * saves reading each row again and writing it a second time. All else is left to the triager: where a rule of work has
 * something to do, where something is to be rung, where it was answered before.
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
  const more = askingMore(asking);
  if (newcomers.length + more.length === 0) return new Map();
  const rules = await readTriageRules(tx, workspaceId);
  const work = rules.work ?? [];
  const words = asksForWords(work) ? saidIn : null;
  const [beginnings, facts, places] = await together(
    readBeginnings(tx, workspaceId, [...new Set(newcomers.map(({ inboxId }) => inboxId))]),
    factsOfAsking(tx, workspaceId, more),
    work.length > 0 ? placesOfAsking(tx, workspaceId, more, words) : Promise.resolve(null),
  );
  const known = [
    ...newcomers.flatMap((one): readonly Known[] => {
      const beginning = beginnings.get(one.inboxId);
      if (!beginning) return [];
      const place = places && placeOfNewcomer(one, beginning, words?.(one.id) ?? [], now);
      return [{ facts: factsOfNewcomer(one, beginning, now), place }];
    }),
    ...facts.map((one): Known => ({ facts: one, place: places ? places.get(one.id) : null })),
  ];
  return new Map(
    known.flatMap((one) => {
      const decided = decide(one, rules, now);
      return decided && decided.fired.length === 0 ? [[one.facts.id as ConversationId, decided] as const] : [];
    }),
  );
}

function decide({ facts, place }: Known, rules: TriageRules, now: Date): DecidedFiled | null {
  if (place === undefined) return null;
  try {
    const left = place && nothingToDo(rules.work ?? [], place, now);
    if (place && !left) return null;
    const decided = triage(facts, rules, now);
    const times = [decided.nextAt, left?.nextAt ?? null].filter((at) => at !== null);
    return {
      ...decided,
      nextAt: times.length > 0 ? new Date(Math.min(...times.map(Number))) : null,
      ruledInboundAt: place?.arrivedAt ? new Date(place.arrivedAt) : null,
    };
  } catch {
    // What cannot be decided is filed all the same; the triager finds it, and says what is wrong with it.
    return null;
  }
}
