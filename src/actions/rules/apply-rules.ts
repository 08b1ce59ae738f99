import { earliest } from '../../core/earliest.ts';
import type { AgentId, ConversationId, Json, WorkspaceId } from '../../core/ids.ts';
import type { ChannelLookup } from '../../core/reply/ways.ts';
import { type Done, decideRules, type Ruled } from '../../core/rules/decide-rules.ts';
import { asksForWords } from '../../core/rules/nothing-to-do.ts';
import type { RuledPlace } from '../../core/rules/place.ts';
import type { Rule } from '../../core/rules/rule.ts';
import type { Change } from '../../storage/changes.ts';
import type { Tx } from '../../storage/database.ts';
import { addNotifications } from '../../storage/notifications/add.ts';
import { readPlaces } from '../../storage/rules/places.ts';
import { addRuns, readRuns } from '../../storage/rules/runs.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import type { DueFacts } from '../../storage/triage/facts.ts';
import type { Decided } from '../../storage/triage/write.ts';
import { readRuleNames } from './read-names.ts';
import { replyByRule } from './reply-by-rule.ts';
import { momentOf } from './rule-moment.ts';
import { tellByRule } from './tell-by-rule.ts';

/** What rules made of a batch. */
export interface Worked {
  /** The conversations as the rules leave them: what is decided next is decided of these. */
  readonly due: readonly DueFacts[];
  /** Lays over a decision what the rules changed besides. */
  readonly over: (decided: Decided) => Decided;
  /** What is to be told of it. */
  readonly changes: readonly Change[];
}

interface Setting {
  readonly workspaceId: WorkspaceId;
  readonly rules: readonly Rule[];
  readonly channels: ChannelLookup;
}

/** Lets the rules of work look at conversations that the transaction holds. What they do is written, or given back to be. */
export async function applyRules(
  tx: Tx,
  { workspaceId, rules, channels }: Setting,
  due: readonly DueFacts[],
  now: Date,
): Promise<Worked> {
  if (rules.length === 0) return { due, over: (decided) => decided, changes: [] };
  const ids = due.map(({ id }) => id);
  const places = await readPlaces(tx, workspaceId, ids, asksForWords(rules));
  const ran = await readRuns(tx, workspaceId, ids);
  const names = await readRuleNames(tx, workspaceId, rules, places.values(), now);
  const worked = new Map(
    [...places].map(([id, place]) => [id, decideRules(rules, place, ran.get(id) ?? [], names, now)] as const),
  );

  const all = [...worked].flatMap(([id, { done }]) => done.map((one) => ({ id: id as ConversationId, ...one })));
  await addRuns(
    tx,
    workspaceId,
    [...worked].flatMap(([conversationId, { runs }]) => runs.map((run) => ({ ...run, conversationId }))),
  );
  await addTimelineEvents(
    tx,
    workspaceId,
    all.flatMap((one) => momentOf(one, now)),
  );
  await callAssignees(tx, workspaceId, all, places, now);
  for (const { id, rule, effect } of all) {
    const place = places.get(id);
    if (effect.kind === 'reply' && place)
      await replyByRule(tx, channels, { workspaceId, conversationId: id, place, rule, replyId: effect.replyId }, now);
    if (effect.kind === 'hook')
      await tellByRule(tx, { workspaceId, conversationId: id, rule, hookId: effect.hookId }, now);
  }
  return {
    due: due.map((facts) => after(facts, worked.get(facts.id))),
    over: (decided) => over(decided, places.get(decided.id), worked.get(decided.id)),
    changes: [...new Set(all.map(({ id }) => id))].map((conversationId) => ({ kind: 'rule', conversationId })),
  };
}

function after(facts: DueFacts, ruled: Ruled | undefined): DueFacts {
  if (!ruled) return facts;
  const { facts: now, boosts } = ruled.standing;
  return {
    ...facts,
    assigneeId: now.assigneeId,
    teamId: now.teamId,
    labelIds: now.labelIds,
    ruleBoosts: boosts,
  };
}

function over(decided: Decided, place: RuledPlace | undefined, ruled: Ruled | undefined): Decided {
  if (!place || !ruled) return decided;
  const { standing, asleep, nextAt } = ruled;
  const [was, is] = [place.facts, standing.facts];
  return {
    ...decided,
    nextAt: earliest(decided.nextAt, nextAt),
    ...(is.assigneeId === was.assigneeId ? {} : { assigneeId: is.assigneeId }),
    ...(is.teamId === was.teamId ? {} : { teamId: is.teamId }),
    ...(is.labelIds === was.labelIds ? {} : { labelIds: is.labelIds }),
    ...(is.snoozedUntil === was.snoozedUntil
      ? {}
      : { snoozedUntil: is.snoozedUntil === null ? null : new Date(is.snoozedUntil) }),
    ruled: {
      inboundAt: place.arrivedAt === null ? null : new Date(place.arrivedAt),
      boosts: [...standing.boosts, ...asleep] as unknown as Json,
      fields: standing.fields === place.fieldValues ? null : standing.fields,
    },
  };
}

/** Whoever is given something by a rule hears of it as if a person had given it. */
async function callAssignees(
  tx: Tx,
  workspaceId: WorkspaceId,
  all: readonly (Done & { readonly id: ConversationId })[],
  places: ReadonlyMap<string, RuledPlace>,
  now: Date,
): Promise<void> {
  const given = new Map(
    all.flatMap(({ id, effect }) =>
      effect.kind === 'changed' && effect.event.kind === 'assigned'
        ? [[id, effect.after.facts.assigneeId] as const]
        : [],
    ),
  );
  await addNotifications(
    tx,
    workspaceId,
    [...given].map(([conversationId, agentId]) => ({
      agentId: agentId as AgentId,
      kind: 'assigned' as const,
      conversationId,
      actorId: null,
      text: places.get(conversationId)?.preview ?? '',
      about: `assigned:${conversationId}`,
    })),
    now,
  );
}
