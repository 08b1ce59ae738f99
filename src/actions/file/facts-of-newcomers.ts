import type { RuledPlace } from '../../core/rules/place.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import type { Beginning } from '../../storage/filing/inboxes.ts';
import type { Fresh } from './decide-filed.ts';

/** The first word of somebody of whom nobody knew: all that decides is in the batch. Who speaks in two places at once is the triager's. */
export function newcomersIn(fresh: readonly Fresh[]): readonly Fresh[] {
  const met = Map.groupBy(fresh, ({ contactId }) => contactId);
  return fresh.filter((one) => one.newcomer && one.delta.asks && met.get(one.contactId)?.length === 1);
}

/** As `storage/triage/facts.ts` would read them once the row is written. */
export function factsOfNewcomer(
  { delta, gist, newcomer, ...one }: Fresh,
  { teamId }: Pick<Beginning, 'teamId'>,
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

/** As `storage/rules/places.ts` would read it once the row is written. */
export function placeOfNewcomer(
  { delta, gist: { signs, ...gist }, newcomer, ...one }: Fresh,
  { teamId, purpose }: Beginning,
  said: readonly string[],
  now: Date,
): RuledPlace {
  const lastInboundAt = delta.lastInboundAt?.toISOString() ?? null;
  return {
    facts: {
      ...gist,
      id: one.id,
      inboxId: one.inboxId,
      attention: 'needs_answer',
      resolution: 'open',
      assigneeId: null,
      priority: 0,
      waitingSince: delta.askedAt?.toISOString() ?? null,
      openedAt: null,
      snoozedUntil: null,
      promisedFor: null,
      mergedIntoId: null,
      lastMessageAt: delta.lastMessageAt.toISOString(),
      channel: one.channel,
      reach: one.reach,
      language: delta.language,
      labelIds: [],
      teamId,
      openedBy: null,
      followers: newcomer?.followers ?? null,
      messageCount: delta.count,
      createdAt: (delta.firstMessageAt < now ? delta.firstMessageAt : now).toISOString(),
      answeredElsewhereAt: delta.answeredElsewhereAt?.toISOString() ?? null,
      dueAt: null,
      isBlocked: false,
      isMuted: false,
      isVip: false,
      isKnownProblem: signs.problem !== undefined,
      purpose,
      hasOpenTask: false,
      fields: {},
      names: [newcomer?.name ?? newcomer?.handle ?? '', ...(newcomer?.handle ? [newcomer.handle] : [])],
      said,
    },
    contactId: one.contactId,
    preview: delta.preview,
    arrivedAt: lastInboundAt,
    lastInboundAt,
    isNews: true,
    // It has none yet; what it is called by is asked only where a rule acts, and that is the triager's.
    changedSeq: 0,
    isAssignedByHand: false,
    isTeamByHand: false,
    byHand: [],
    boosts: [],
    fieldValues: {},
  };
}
