import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { RuledPlace } from '../../core/rules/place.ts';
import type { Tx } from '../../storage/database.ts';
import { readPlaces } from '../../storage/rules/places.ts';
import { readRuns } from '../../storage/rules/runs.ts';
import { together } from '../../storage/together.ts';
import type { Asking } from './decide-filed.ts';

/**
 * Conversations as rules will look at them once `updateConversations` has written them. Those in which a rule did
 * something before, or has yet to look at what happened, are the triager's.
 *
 * @param saidIn what is said in each now, folded for search; null: no rule asks for words
 */
export async function placesOfAsking(
  tx: Tx,
  workspaceId: WorkspaceId,
  asking: readonly Asking[],
  saidIn: ((id: ConversationId) => readonly string[]) | null,
): Promise<ReadonlyMap<string, RuledPlace>> {
  const ids = asking.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const [places, ran] = await together(
    readPlaces(tx, workspaceId, ids, saidIn !== null),
    readRuns(tx, workspaceId, ids),
  );
  return new Map(
    asking.flatMap((one) => {
      const before = places.get(one.id);
      const isFree = before && !ran.has(one.id) && before.boosts.length === 0 && !before.isNews;
      return isFree ? [[one.id, after(before, one, saidIn?.(one.id) ?? [])] as const] : [];
    }),
  );
}

function after(before: RuledPlace, { delta, gist: { signs, ...gist } }: Asking, said: readonly string[]): RuledPlace {
  const { facts } = before;
  const inboundAt = delta.lastInboundAt?.toISOString() ?? null;
  const isArrival = inboundAt !== null && (before.lastInboundAt === null || inboundAt > before.lastInboundAt);
  const answeredElsewhereAt = delta.answeredElsewhereAt?.toISOString() ?? null;
  return {
    ...before,
    facts: {
      ...facts,
      ...gist,
      isKnownProblem: signs.problem !== undefined,
      resolution: 'open',
      snoozedUntil: null,
      language: delta.language ?? facts.language,
      lastMessageAt: later(facts.lastMessageAt, delta.lastMessageAt.toISOString()) ?? facts.lastMessageAt,
      answeredElsewhereAt: later(facts.answeredElsewhereAt, answeredElsewhereAt),
      messageCount: facts.messageCount + delta.count,
      said: [...said, ...facts.said],
    },
    arrivedAt: isArrival ? inboundAt : null,
    lastInboundAt: later(before.lastInboundAt, inboundAt),
    isNews: isArrival,
  };
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
