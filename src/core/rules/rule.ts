import type { Condition, Filter } from '../conversation/filter.ts';
import type { FieldValue } from '../work/field.ts';

/** When a rule looks at a conversation. */
export const RULE_WHENS = ['arrived', 'changed', 'waits', 'always'] as const;
export type RuleWhen = (typeof RULE_WHENS)[number];

/** One thing that a rule does. */
export type RuleAct =
  | { readonly do: 'team'; readonly teamId: string }
  | { readonly do: 'assign'; readonly agentId: string }
  /** Away from whoever has it by routing or by a rule, so that routing chooses anew. */
  | { readonly do: 'choose' }
  | { readonly do: 'label'; readonly add: readonly string[]; readonly remove: readonly string[] }
  /** So many points more, or less, for as long as it waits. */
  | { readonly do: 'priority'; readonly points: number }
  | { readonly do: 'reply'; readonly replyId: string }
  | { readonly do: 'snooze'; readonly minutes: number }
  | { readonly do: 'hook'; readonly hookId: string }
  | { readonly do: 'field'; readonly fieldId: string; readonly value: FieldValue }
  /** No rule after this one. */
  | { readonly do: 'stop' };
export const RULE_ACTS = [
  'team',
  'assign',
  'choose',
  'label',
  'priority',
  'reply',
  'snooze',
  'hook',
  'field',
  'stop',
] as const satisfies readonly RuleAct['do'][];

/** A week as `readHours` reads it, and whether the rule holds within it or outside. */
export interface RuleHours {
  readonly is: 'within' | 'outside';
  readonly week: string;
  readonly zone: string;
}

/** What a team lead writes down. */
export interface RuleBody {
  readonly name: string;
  readonly when: RuleWhen;
  /** For `waits`. */
  readonly waitMinutes: number;
  /** Null: at any time. */
  readonly hours: RuleHours | null;
  readonly filter: Filter;
  readonly acts: readonly RuleAct[];
}

export interface Rule extends RuleBody {
  readonly id: string;
  readonly version: number;
  /** What arrived or changed before is no concern of it. */
  readonly since: Date;
}

/** More rules than anybody understands together. */
export const RULES_MOST = 200;
export const RULE_ACTS_MOST = 10;
/** So often rules may act on one conversation within an hour; beyond it they undo each other, or somebody plays with us. */
export const RUNS_PER_HOUR = 10;
export const HOUR_MS = 3_600_000;
/** One person is answered by rules once in this time. */
export const REPLY_EVERY_MS = 24 * HOUR_MS;
export const POINTS_MOST = 100;

/** Something that was added to a priority by a rule. */
export interface RuleBoost {
  readonly ruleId: string;
  readonly name: string;
  readonly points: number;
}

/** Which rule did something, and what of its conditions held. */
export interface Because {
  readonly id: string;
  readonly name: string;
  readonly conditions: readonly Condition[];
}
