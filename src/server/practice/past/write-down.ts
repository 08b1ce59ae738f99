import type { AgentId, ConversationId, LabelId, MessageId, WorkspaceId } from '../../../core/ids.ts';
import { foldForSearch } from '../../../core/text/fold.ts';
import type { Situation } from '../../../simulators/personas/talk.ts';
import { recordChanges } from '../../../storage/changes.ts';
import type { Database } from '../../../storage/database.ts';
import { newId } from '../../../storage/new-id.ts';
import {
  type FiledMessage,
  findFiled,
  type PastNote,
  type PastState,
  type WrittenBy,
  writeAuthors,
  writeNotes,
  writeStates,
} from '../../../storage/practice/past.ts';
import { addTimelineEvents, type TimelineEvent } from '../../../storage/timeline.ts';
import type { LivedMatter } from './live-through.ts';
import type { Ending } from './matters.ts';

const HOUR_MS = 3_600_000;

/**
 * Adds to the filed messages what no network knows: who of the team wrote, decided, noted and resolved. One
 * transaction for all of it; acts one by one would take some thousand.
 */
export async function writeDown(
  db: Database,
  workspaceId: WorkspaceId,
  team: readonly AgentId[],
  lived: readonly LivedMatter[],
  labelOf: ReadonlyMap<Situation, LabelId>,
  now: Date,
): Promise<void> {
  const ids = lived.flatMap(({ said }) => said.map(({ id }) => id));
  const filed = new Map(
    (await findFiled(db.read, workspaceId, ids)).map((one) => [keyOf(one.channel, one.externalId), one]),
  );
  const authors: WrittenBy[] = [];
  const states: PastState[] = [];
  const notes: PastNote[] = [];
  const events: TimelineEvent[] = [];
  for (const one of lived) {
    const found = one.said.map(({ id }) => filed.get(keyOf(one.matter.channel, id)));
    const conversationId = found[0]?.conversationId;
    if (!conversationId) continue;
    const course = courseOf(one, team, now);
    authors.push(...authorsOf(one, found, conversationId, course.agentId));
    const label = labelOf.get(one.matter.situation);
    const promise = promiseOf(one.matter, states.length, now);
    states.push({ id: conversationId, ...course.state, ...promise, labelIds: label ? [label] : [] });
    events.push(...course.events.map((event) => ({ ...event, conversationId })));
    if (one.matter.note)
      notes.push({
        id: newId<MessageId>(),
        conversationId,
        agentId: course.agentId,
        text: one.matter.note,
        search: foldForSearch(one.matter.note),
        at: new Date(Math.min(now.getTime(), course.firstAt.getTime() + HOUR_MS / 3)),
      });
  }
  await db.transaction(async (tx) => {
    await writeAuthors(tx, workspaceId, authors);
    await writeStates(tx, workspaceId, states);
    await writeNotes(tx, workspaceId, notes);
    await addTimelineEvents(tx, workspaceId, events);
    await recordChanges(
      tx,
      workspaceId,
      states.map(({ id }) => ({ kind: 'message', conversationId: id })),
      now,
    );
  });
}

/** Now and then somebody said when they would be back. */
function promiseOf({ ending }: LivedMatter['matter'], nth: number, now: Date) {
  if (ending !== 'answered' || nth % 17 !== 0) return { promisedFor: null, promise: null };
  const promisedFor = new Date(now.getTime() + ((nth % 5) - 1) * 9 * HOUR_MS);
  return { promisedFor, promise: 'The carrier answers by then; write what they said.' };
}

const keyOf = (channel: string, id: string) => `${channel} ${id}`;

function authorsOf(
  { matter, said }: LivedMatter,
  found: readonly (FiledMessage | undefined)[],
  conversationId: ConversationId,
  agentId: AgentId,
): WrittenBy[] {
  const delivered = matter.channel === 'messenger' ? 'delivered' : 'sent';
  return said.flatMap(({ step }, at): WrittenBy[] => {
    const message = found[at];
    if (!message) return [];
    const isOurs = step.by === 'team';
    return [{ id: message.id, conversationId, agentId: isOurs ? agentId : null, delivery: isOurs ? delivered : null }];
  });
}

type Event = Omit<TimelineEvent, 'conversationId'>;
const WAITS = new Set<Ending>(['waiting', 'opened', 'snoozed']);

function courseOf({ matter, said }: LivedMatter, team: readonly AgentId[], now: Date) {
  const { ending, reason } = matter;
  const agentId = team[matter.agent] ?? (team[0] as AgentId);
  const assigneeId = matter.assignee === null ? null : (team[matter.assignee] ?? null);
  const steps = said.map(({ step }) => step);
  const firstAt = steps[0]?.at ?? now;
  const lastAt = steps.at(-1)?.at ?? now;
  const firstAnswer = steps.find(({ by }) => by === 'team') ?? null;
  // Since the first word that nobody has answered yet.
  const waitingSince = steps[steps.findLastIndex(({ by }) => by === 'team') + 1]?.at ?? firstAt;
  const isWaiting = WAITS.has(ending);
  const attention = isWaiting
    ? ('needs_answer' as const)
    : ending === 'acknowledged' || ending === 'no_reply'
      ? ending
      : ('answered' as const);
  const later = (hours: number) => new Date(Math.min(now.getTime(), lastAt.getTime() + hours * HOUR_MS));
  const decidedAt = attention === 'answered' ? lastAt : isWaiting ? null : later(0.6);
  const resolution = ending === 'confirmed' || ending === 'unconfirmed' ? ending : ('open' as const);
  const isResolved = resolution !== 'open';
  const openedAt = ending === 'opened' ? later(0.5) : null;
  const snoozedUntil = ending === 'snoozed' ? new Date(now.getTime() + 20 * HOUR_MS) : null;
  const state: Omit<PastState, 'id' | 'labelIds' | 'promisedFor' | 'promise'> = {
    attention,
    reason,
    by: isWaiting ? null : agentId,
    at: decidedAt,
    resolution,
    resolvedBy: isResolved ? agentId : null,
    resolvedAt: isResolved ? later(3) : null,
    assigneeId,
    waitingSince: isWaiting ? waitingSince : null,
    openedAt,
    openedBy: openedAt ? agentId : null,
    snoozedUntil,
    firstResponseAt: firstAnswer?.at ?? null,
    firstResponseBy: firstAnswer ? agentId : null,
    createdAt: firstAt,
  };
  const byAgent = (kind: string, at: Date, detail: Event['detail'] = {}): Event => ({
    at,
    actorKind: 'agent',
    actorId: agentId,
    kind,
    detail,
  });
  const events = [
    ...(assigneeId ? [byAgent('assigned', new Date(firstAt.getTime() + 60_000), { to: assigneeId, from: null })] : []),
    ...steps.flatMap(({ by, at }) => (by === 'team' ? [byAgent('replied', at), byAgent('answered', at)] : [])),
    ...(attention === 'acknowledged' || attention === 'no_reply'
      ? [byAgent(attention, decidedAt ?? lastAt, reason ? { reason } : {})]
      : []),
    ...(snoozedUntil ? [byAgent('snoozed', later(0.2), { until: snoozedUntil.toISOString() })] : []),
    ...(isResolved ? [byAgent(`resolved_${resolution}`, later(3), { before: 'open' })] : []),
  ];
  return { agentId, firstAt, state, events };
}
