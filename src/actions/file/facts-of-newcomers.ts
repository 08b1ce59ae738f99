import type { WorkspaceId } from '../../core/ids.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import type { Tx } from '../../storage/database.ts';
import { readTeamsOf } from '../../storage/filing/inboxes.ts';
import type { Fresh } from './decide-filed.ts';

/** Who speaks in two places at once is the triager's. */
export function newcomersIn(fresh: readonly Fresh[]): readonly Fresh[] {
  const met = Map.groupBy(fresh, ({ contactId }) => contactId);
  return fresh.filter((one) => one.newcomer && one.delta.asks && met.get(one.contactId)?.length === 1);
}

/** The first word of somebody of whom nobody knew: all that decides is in the batch. */
export async function factsOfNewcomers(
  tx: Tx,
  workspaceId: WorkspaceId,
  first: readonly Fresh[],
  now: Date,
): Promise<readonly TriageFacts[]> {
  if (first.length === 0) return [];
  const teams = await readTeamsOf(tx, workspaceId, [...new Set(first.map(({ inboxId }) => inboxId))]);
  return first.map((one) => factsOf(one, teams.get(one.inboxId) ?? null, now));
}

/** As `storage/triage/facts.ts` would read them once the row is written. */
function factsOf({ delta, gist, newcomer, ...one }: Fresh, teamId: string | null, now: Date): TriageFacts {
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
