import { z } from 'zod';
import { POINTS_MOST, RULE_ACTS, RULE_ACTS_MOST, RULE_WHENS, RULES_MOST } from '../core/rules/rule.ts';
import { Id, Instant } from './common.ts';
import { Condition, Filter } from './views.ts';

const Labels = z.array(Id).max(20);
export const RuleAct = z.discriminatedUnion('do', [
  z.object({ do: z.literal('team'), teamId: Id }),
  z.object({ do: z.literal('assign'), agentId: Id }),
  z
    .object({ do: z.literal('choose') })
    .describe('Takes it from whoever routing or a rule gave it, so that routing chooses anew'),
  z.object({ do: z.literal('label'), add: Labels.default([]), remove: Labels.default([]) }),
  z.object({ do: z.literal('priority'), points: z.number().int().min(-POINTS_MOST).max(POINTS_MOST) }),
  z.object({ do: z.literal('reply'), replyId: Id.describe('A shared saved reply') }),
  z.object({
    do: z.literal('snooze'),
    minutes: z
      .number()
      .int()
      .min(5)
      .max(60 * 24 * 90),
  }),
  z.object({ do: z.literal('hook'), hookId: Id }).describe('Needs `inboxes.manage`'),
  z.object({
    do: z.literal('field'),
    fieldId: Id,
    value: z.union([z.string().max(500), z.number(), z.boolean(), z.null()]),
  }),
  z.object({ do: z.literal('stop') }).describe('No rule after this one'),
]);
export const RuleHours = z.object({
  is: z.enum(['within', 'outside']),
  week: z.string().trim().min(1).max(300).describe('Mon-Fri 09:00-17:00, Sat 10:00-14:00'),
  zone: z.string().trim().min(1).max(60),
});
export const RuleBody = z.object({
  name: z.string().trim().min(1, 'A name is needed.').max(100),
  when: z
    .enum(RULE_WHENS)
    .describe('A message arrived; somebody did something to it; it waits so long; whenever it fits'),
  waitMinutes: z
    .number()
    .int()
    .min(1)
    .max(60 * 24 * 90)
    .default(60)
    .describe('For `waits`'),
  hours: RuleHours.nullable().default(null),
  filter: Filter,
  acts: z.array(RuleAct).min(1, 'Say what the rule does.').max(RULE_ACTS_MOST),
});
export const Rule = RuleBody.extend({
  id: Id,
  isOn: z.boolean(),
  position: z.number(),
  version: z.number(),
  runs: z.number().describe('How often it acted within the last 30 days'),
  lastAt: Instant.nullable(),
  resting: z.number().describe('On so many conversations it rests: too much was done there by rule'),
});
export const RuleList = z.object({ items: z.array(Rule) });
export const NewRule = RuleBody.extend({ id: Id, isOn: z.boolean().default(true) });
export const PatchRule = z.object({ isOn: z.boolean().optional(), body: RuleBody.optional() });
export const RuleOrder = z.object({ ids: z.array(Id).max(RULES_MOST) });
export const RuleVersion = z.object({
  version: z.number(),
  body: RuleBody,
  savedBy: z.string().nullable(),
  savedAt: Instant,
});
export const RuleVersionList = z.object({ items: z.array(RuleVersion) });
export const TakeBackRule = z.object({ version: z.number().int().min(1).max(1_000_000) });
export const RuleDryRun = z.object({
  looked: z.number().describe('Conversations that spoke within the last 30 days'),
  found: z.number(),
  newest: z.array(
    z.object({
      id: Id,
      contactName: z.string(),
      channel: z.string(),
      preview: z.string(),
      lastMessageAt: Instant,
      steps: z.array(
        z.object({
          do: z.enum(RULE_ACTS),
          outcome: z
            .enum(['does', 'nothing', 'cannot'])
            .describe('`nothing`: it is so already, or a person decided it'),
          why: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export const ExplainedRule = z.object({
  id: Id,
  name: z.string(),
  isOn: z.boolean(),
  match: Filter.shape.match,
  conditions: z.array(z.object({ condition: Condition, holds: z.boolean() })),
  fits: z.boolean(),
  isTime: z.boolean().describe('False: it does not wait long enough yet'),
  isInHours: z.boolean(),
  restsUntil: Instant.nullable(),
  isOlder: z.boolean().describe('What was said last there was said before the rule was'),
  isBlocked: z.boolean(),
  isMerged: z.boolean().describe('It became part of another conversation'),
  byHand: z.array(z.enum(RULE_ACTS)).describe('What it does not do because a person decided otherwise'),
  stoppedBy: z.object({ id: Id, name: z.string() }).nullable().describe('A rule before it that none may follow'),
  lastAt: Instant.nullable(),
});
export const ExplainedRules = z.object({ items: z.array(ExplainedRule) });
export type Rule = z.infer<typeof Rule>;
export type RuleBody = z.infer<typeof RuleBody>;
export type RuleDryRun = z.infer<typeof RuleDryRun>;
export type RuleVersion = z.infer<typeof RuleVersion>;
export type ExplainedRule = z.infer<typeof ExplainedRule>;
