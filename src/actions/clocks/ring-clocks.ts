import type { ClockRules } from '../../core/clocks/run-clocks.ts';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Clock, TriageFacts } from '../../core/triage/facts.ts';
import type { Triaged } from '../../core/triage/triage.ts';
import { previewsOf } from '../../storage/clocks/crew.ts';
import type { Tx } from '../../storage/database.ts';
import { addNotifications } from '../../storage/notifications/add.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { whoIsCalled } from './who-is-called.ts';

/** What broke longer ago, before a policy was made or while nothing ran, is in the lists; calling for each helps nobody. */
const STILL_NEWS_MS = 2 * 3_600_000;

type Rung = { readonly facts: TriageFacts; readonly clock: Clock; readonly what: 'warned' | 'breached' };

/** Writes down what clocks rang just now, and calls whoever is to know. The caller records the changes. */
export async function ringClocks(
  tx: Tx,
  workspaceId: WorkspaceId,
  due: readonly TriageFacts[],
  decided: readonly Pick<Triaged, 'clocks' | 'fired'>[],
  { policies = [] }: ClockRules,
  now: Date,
): Promise<void> {
  const rung = due.flatMap((facts, index): Rung[] => {
    const { fired = [], clocks = [] } = decided[index] ?? {};
    return fired.flatMap(({ kind, what }) => {
      const clock = clocks.find((one) => one.kind === kind);
      return clock ? [{ facts, clock, what }] : [];
    });
  });
  if (rung.length === 0) return;
  const policyOf = ({ policyId }: Clock) => policies.find(({ id }) => id === policyId);
  await addTimelineEvents(
    tx,
    workspaceId,
    rung.map(({ facts, clock, what }) => ({
      conversationId: facts.id as ConversationId,
      at: now,
      actorKind: 'system' as const,
      actorId: null,
      kind: `clock_${what}`,
      detail: {
        clock: clock.kind,
        policyId: clock.policyId,
        policy: policyOf(clock)?.name ?? null,
        startedAt: clock.startedAt,
        until: clock.dueAt,
      },
    })),
  );
  await call(tx, workspaceId, rung, policyOf, now);
}

async function call(
  tx: Tx,
  workspaceId: WorkspaceId,
  rung: readonly Rung[],
  policyOf: (clock: Clock) => NonNullable<ClockRules['policies']>[number] | undefined,
  now: Date,
): Promise<void> {
  const news = rung.filter(({ facts, clock }) => {
    const over = Date.parse(clock.dueAt);
    const since = policyOf(clock)?.since?.getTime() ?? 0;
    return clock.stoppedAt === null && !facts.isMuted && over > now.getTime() - STILL_NEWS_MS && over > since;
  });
  if (news.length === 0) return;
  const previews = await previewsOf(tx, workspaceId, [...new Set(news.map(({ facts }) => facts.id))]);
  const called = await whoIsCalled(
    tx,
    workspaceId,
    news.map(({ facts: { assigneeId, teamId, inboxId }, clock, what }) => ({
      assigneeId,
      teamId,
      inboxId,
      what,
      also: policyOf(clock)?.onBreach ?? null,
    })),
  );
  await addNotifications(
    tx,
    workspaceId,
    news.flatMap(({ facts, clock, what }, index) =>
      (called[index] ?? []).map((agentId) => ({
        agentId,
        kind: `clock_${what}` as const,
        conversationId: facts.id as ConversationId,
        actorId: null,
        text: previews.get(facts.id) ?? '',
        about: `clock:${what}:${facts.id}:${clock.kind}:${clock.startedAt}`,
      })),
    ),
    now,
  );
}
