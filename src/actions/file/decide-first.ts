import type { Delta } from '../../core/filing/delta.ts';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import type { Gist } from '../../core/triage/gist.ts';
import { type Triaged, type TriageRules, triage } from '../../core/triage/triage.ts';
import type { Tx } from '../../storage/database.ts';
import type { NewConversation, Newcomer } from '../../storage/filing/conversations.ts';
import { readTeamsOf } from '../../storage/filing/inboxes.ts';
import { readTriageRules } from '../../storage/triage/rules.ts';

interface Fresh extends NewConversation {
  readonly delta: Delta;
  readonly gist: Gist;
}

/**
 * Decides what the first word of somebody new comes to before its row is written: of such a conversation everything that
 * decides is in the batch itself. It is what the triager would decide a moment later, and saves reading the row again and
 * writing it a second time, which under a post that goes round is half of the work. All else is left to the triager: where
 * rules of work look at it, where something is to be rung, and where the person is known already.
 *
 * Whoever changes what decides waits for the batch in flight (`holdFiling`) and has what it wrote decided anew.
 */
export async function decideFirst(
  tx: Tx,
  workspaceId: WorkspaceId,
  fresh: readonly Fresh[],
  now: Date,
): Promise<ReadonlyMap<ConversationId, Triaged>> {
  const met = Map.groupBy(fresh, ({ contactId }) => contactId);
  const first = fresh.filter((one) => one.newcomer && one.delta.asks && met.get(one.contactId)?.length === 1);
  if (first.length === 0) return new Map();
  const rules = await readTriageRules(tx, workspaceId);
  if ((rules.work ?? []).length > 0) return new Map();
  const teams = await readTeamsOf(tx, workspaceId, [...new Set(first.map(({ inboxId }) => inboxId))]);
  return new Map(
    first.flatMap((one) => {
      const decided = decide(factsOf(one, one.newcomer, teams.get(one.inboxId) ?? null, now), rules, now);
      return decided === null || decided.fired.length > 0 ? [] : [[one.id, decided] as const];
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

/** As `storage/triage/facts.ts` would read them once the row is written. */
function factsOf(
  { delta, gist, ...one }: Fresh,
  newcomer: Newcomer | null,
  teamId: string | null,
  now: Date,
): TriageFacts {
  return {
    ...gist,
    id: one.id,
    priority: 0,
    inboxId: one.inboxId,
    channel: one.channel,
    reach: one.reach,
    language: delta.language,
    attention: 'needs_answer',
    resolution: 'open',
    isMerged: false,
    assigneeId: null,
    teamId,
    labelIds: [],
    followers: newcomer?.followers ?? null,
    isVip: false,
    isMuted: false,
    purchases: null,
    failedTries: 0,
    contactId: one.contactId,
    createdAt: delta.firstMessageAt < now ? delta.firstMessageAt : now,
    waitingSince: delta.askedAt,
    lastInboundAt: delta.lastInboundAt,
    lastMessageAt: delta.lastMessageAt,
    firstResponseAt: null,
    attentionAt: null,
    resolutionAt: null,
    clocks: [],
  };
}
