import { z } from 'zod';
import { FACTORS, MODES } from '../core/routing/policy.ts';
import { Id, Instant } from './common.ts';

const Weight = z.number().int().min(0).max(100);
export const RoutingPolicy = z.object({
  mode: z.enum(MODES).describe('off: people give conversations out themselves'),
  weights: z.record(z.enum(FACTORS), Weight).describe('What each factor brings at most; they decide in best_fit'),
  capacity: z.number().int().min(1).max(500).describe('How many that wait an agent may be given at once'),
  reachesOffline: z.boolean().describe('Also to those whose desk is closed'),
  stickyDays: z
    .number()
    .int()
    .min(1)
    .max(365)
    .nullable()
    .describe('Whoever answered this person within so many days is asked first'),
  topFrom: z
    .number()
    .int()
    .min(0)
    .max(1_000)
    .nullable()
    .describe('Very negative with at least this priority goes to whoever leaves people most pleased'),
  passOnMinutes: z.number().int().min(1).max(10_080).nullable().describe('Unanswered for so long it goes to the next'),
});
export const PolicyVersion = z.object({
  teamId: Id.nullable(),
  version: z.number().describe('0: nobody decided anything yet'),
  policy: RoutingPolicy.nullable().describe('Null: the team has none of its own'),
  madeBy: Id.nullable(),
  madeAt: Instant.nullable(),
});
export const PutPolicy = z.object({
  teamId: Id.nullable().describe('Null: for all that no team has a policy for'),
  onVersion: z.number().int().min(0).describe('The version that was changed'),
  policy: RoutingPolicy.nullable().describe('Null: the team goes with the workspace again'),
});
export const PutPolicyDone = z.object({ version: z.number() });
export const VersionsQuery = z.object({ team: Id.optional() });
export const PolicyVersionList = z.object({ items: z.array(PolicyVersion) });

const Word = z.string().trim().min(1).max(60);
const settings = {
  skills: z.array(Word).max(50).describe('Topics, labels, kinds, channels or words that call for care'),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'Write languages like “en” or “pt-BR”.'))
    .max(30),
  capacity: z.number().int().min(0).max(500).nullable().describe('Null: as the policy says'),
  hours: z.string().max(300).describe('Such as `Mon-Fri 09:00-17:00`; empty: whenever they are here'),
  timeZone: z.string().max(60),
  takesPart: z.boolean().nullable().describe('Null: agents and leads do, others do not'),
};
export const DeskSettings = z.object(settings);
export const PatchDesk = z.object(settings).partial();
export const PresenceState = z.enum(['online', 'away', 'offline']);
export const Desk = z.object({
  ...settings,
  agentId: Id,
  presence: PresenceState,
  isWithinHours: z.boolean(),
  isGiven: z.boolean().describe('Whether they are given any'),
  load: z.number().describe('How many they have that wait for an answer'),
  answers: z.number().describe('Of the last thirty days, a hundred at most'),
  answerSeconds: z.number().nullable().describe('How long customers wait for them on average, weighed with the usual'),
  pleased: z.number(),
  displeased: z.number(),
  satisfaction: z.number().describe('0 to 1, weighed with the usual'),
});
export const Routing = z.object({
  policies: z.array(PolicyVersion).describe('The one of the workspace first'),
  desks: z.array(Desk),
  queue: z.object({ waiting: z.number(), since: Instant.nullable() }).describe('What waits for anybody'),
});
export const MyPresence = z.object({ presence: PresenceState, awaySince: Instant.nullable() });
export const PutMyPresence = z.object({ isAway: z.boolean() });

export type RoutingPolicy = z.infer<typeof RoutingPolicy>;
export type PolicyVersion = z.infer<typeof PolicyVersion>;
export type DeskSettings = z.infer<typeof DeskSettings>;
export type Desk = z.infer<typeof Desk>;
export type Routing = z.infer<typeof Routing>;
export type MyPresence = z.infer<typeof MyPresence>;
