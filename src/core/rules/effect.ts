import type { Facts } from '../conversation/matches.ts';
import type { Json } from '../ids.ts';
import type { Columns, WorkAct, WorkRow } from '../work/act.ts';
import { decideAct, refusalOf } from '../work/decide-act.ts';
import { isByHand } from './by-hand.ts';
import type { RuleNames } from './decide-rules.ts';
import type { RuledPlace } from './place.ts';
import type { Rule, RuleAct, RuleBoost } from './rule.ts';

/** A conversation as the rules so far leave it. */
export interface Standing {
  readonly facts: Facts;
  readonly fields: { readonly [fieldId: string]: Json };
  readonly boosts: readonly RuleBoost[];
}

/** What an act of a rule comes to. */
export type Effect =
  | { readonly kind: 'changed'; readonly event: Event; readonly after: Standing }
  /** Told or asked beside it. */
  | { readonly kind: 'reply'; readonly replyId: string; readonly after?: undefined }
  | { readonly kind: 'hook'; readonly hookId: string; readonly after?: undefined }
  /** Not done, and why. */
  | { readonly kind: 'left'; readonly act: RuleAct['do']; readonly why: string; readonly after?: undefined }
  /** Too much happened by rule: this one rests here. */
  | { readonly kind: 'rested'; readonly until: Date; readonly after?: undefined };
interface Event {
  readonly kind: string;
  readonly detail: Columns;
}

/** Null: it is so already, or a person decided otherwise. */
export function effectOf(
  act: RuleAct,
  rule: Rule,
  standing: Standing,
  place: RuledPlace,
  names: RuleNames,
  now: Date,
): Effect | null {
  switch (act.do) {
    case 'assign':
      if (place.isAssignedByHand) return null;
      if (names.agents.get(act.agentId)?.isActive && !names.maySee(act.agentId, standing.facts.inboxId))
        return left(act, `${names.agents.get(act.agentId)?.name} may not see this inbox.`);
      return work(act, { do: 'assign', agentId: act.agentId }, standing, names);
    case 'team':
      return place.isTeamByHand ? null : work(act, { do: 'team', teamId: act.teamId }, standing, names);
    case 'choose':
      // What nobody has is given out by itself.
      return place.isAssignedByHand || standing.facts.attention !== 'needs_answer'
        ? null
        : work(act, { do: 'assign', agentId: null }, standing, names);
    case 'label':
      return work(
        act,
        {
          do: 'label',
          add: act.add.filter((id) => !isByHand(place, 'unlabelled', id)),
          remove: act.remove.filter((id) => !isByHand(place, 'labelled', id)),
        },
        standing,
        names,
      );
    case 'snooze': {
      // Snoozed for longer already: by a person, or by this rule a moment ago.
      if (standing.facts.snoozedUntil !== null || isByHand(place, 'unsnoozed')) return null;
      const until = new Date(now.getTime() + act.minutes * 60_000).toISOString();
      return work(act, { do: 'snooze', until }, standing, names);
    }
    case 'priority':
      return boost(act.points, rule, standing);
    case 'field':
      return isByHand(place, 'filled', act.fieldId) ? null : fill(act, standing, names);
    case 'reply':
      return standing.facts.isMuted ? null : { kind: 'reply', replyId: act.replyId };
    case 'hook':
      return { kind: 'hook', hookId: act.hookId };
    case 'stop':
      return null;
  }
}

const left = (act: RuleAct, why: string): Effect => ({ kind: 'left', act: act.do, why });

/** The same decision as when a person does it. */
function work(rule: RuleAct, act: WorkAct, standing: Standing, names: RuleNames): Effect | null {
  const refusal = refusalOf(act, names);
  if (refusal) return left(rule, refusal.why);
  const decision = decideAct(act, rowOf(standing.facts), names);
  if (decision.kind === 'nothing') return null;
  if (decision.kind === 'refused') return left(rule, decision.why);
  return {
    kind: 'changed',
    event: decision.event,
    after: { ...standing, facts: patched(standing.facts, decision.patch) },
  };
}

function boost(points: number, { id, name }: Rule, standing: Standing): Effect | null {
  if (standing.facts.attention !== 'needs_answer') return null;
  const before = standing.boosts.find(({ ruleId }) => ruleId === id);
  if (before?.points === points) return null;
  const boosts = [...standing.boosts.filter((one) => one !== before), { ruleId: id, name, points }];
  return { kind: 'changed', event: { kind: 'rule_priority', detail: { points } }, after: { ...standing, boosts } };
}

function fill(act: Extract<RuleAct, { do: 'field' }>, standing: Standing, { fields }: RuleNames): Effect | null {
  const field = fields.get(act.fieldId);
  if (!field || field.isArchived) return left(act, 'The field is not there any more, or archived.');
  const before = standing.fields[act.fieldId] ?? null;
  if (before === act.value) return null;
  const { [act.fieldId]: _, ...others } = standing.fields;
  const after = act.value === null ? others : { ...others, [act.fieldId]: act.value };
  const detail = { fields: [{ id: act.fieldId, name: field.name, from: before, to: act.value }] };
  return {
    kind: 'changed',
    event: { kind: 'fields_filled', detail },
    after: { ...standing, fields: after, facts: { ...standing.facts, fields: after } },
  };
}

const rowOf = (facts: Facts): WorkRow => ({
  attention: facts.attention,
  attention_reason: null,
  waiting_since: facts.waitingSince,
  last_inbound_at: null,
  resolution: facts.resolution,
  assignee_id: facts.assigneeId,
  team_id: facts.teamId,
  label_ids: facts.labelIds,
  snoozed_until: facts.snoozedUntil,
  promised_for: facts.promisedFor,
  promise: null,
  merged_into_id: facts.mergedIntoId,
});

/** Of what rules may change. */
function patched(facts: Facts, patch: Columns): Facts {
  return {
    ...facts,
    ...('assignee_id' in patch ? { assigneeId: patch.assignee_id as string | null } : {}),
    ...('team_id' in patch ? { teamId: patch.team_id as string | null } : {}),
    ...('label_ids' in patch ? { labelIds: patch.label_ids as readonly string[] } : {}),
    ...('snoozed_until' in patch ? { snoozedUntil: patch.snoozed_until as string | null } : {}),
  };
}
