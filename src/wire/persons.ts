import { z } from 'zod';
import { LEVELS } from '../core/person/engagement.ts';
import { STAGES } from '../core/person/lifecycle.ts';
import { Cursor, Id, Instant } from './common.ts';

export const Stage = z.enum(STAGES);
const Name = z.string().trim().min(1, 'A name is needed.').max(120);
const Words = z.array(z.string().trim().min(1).max(60)).min(1, 'Choose at least one.').max(50);

/** A condition on what people declared or what stands in our own books. Nothing about anybody is guessed. */
export const SegmentCondition = z.union([
  z.object({
    on: z.literal('field'),
    fieldId: Id,
    is: z.enum(['is', 'contains']),
    value: z.union([z.string().trim().min(1).max(500), z.number(), z.boolean()]),
  }),
  z.object({ on: z.literal('field'), fieldId: Id, is: z.enum(['set', 'unset']) }),
  z.object({ on: z.literal('language'), any: Words }),
  z.object({ on: z.literal('channel'), any: Words }),
  z.object({ on: z.literal('stage'), any: z.array(Stage).min(1).max(STAGES.length) }),
  z.object({ on: z.literal('company'), any: z.array(Id).min(1).max(100) }),
  z.object({ on: z.literal('vip'), is: z.boolean() }),
  z.object({ on: z.literal('blocked'), is: z.boolean() }),
  z.object({ on: z.literal('orders'), least: z.number().int().min(0).max(1_000_000) }),
  z.object({ on: z.literal('spent'), least: z.number().min(0).max(1_000_000_000) }),
  z.object({ on: z.literal('bought'), withinDays: z.number().int().min(1).max(3_650) }),
]);
export const SegmentFilter = z.object({
  match: z.enum(['all', 'any']),
  conditions: z.array(SegmentCondition).max(20),
});
export const Segment = z.object({ id: Id, name: z.string(), filter: SegmentFilter });
export const NewSegment = z.object({ id: Id, name: Name, filter: SegmentFilter });
export const PatchSegment = z.object({ name: Name.optional(), filter: SegmentFilter.optional() });
const Count = z.object({ count: z.number(), isCapped: z.boolean() });
export const SegmentList = z.object({ items: z.array(Segment.extend({ people: Count })) });

export const Company = z.object({ id: Id, name: z.string(), domains: z.array(z.string()) });
const Domains = z.array(z.string().trim().min(1).max(253)).max(50);
export const NewCompany = z.object({ id: Id, name: Name, domains: Domains.default([]) });
export const PatchCompany = z.object({ name: Name.optional(), domains: Domains.optional() });
export const CompanyList = z.object({ items: z.array(Company.extend({ people: z.number() })) });
export const Gathered = z.object({ people: z.number() });

export const PeopleQuery = z.object({
  q: z.string().max(200).optional().describe('A part of a name, or the beginning of a handle'),
  segment: Id.optional(),
  company: Id.optional(),
  vip: z.enum(['true']).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const PersonListItem = z.object({
  id: Id,
  name: z.string(),
  avatarUrl: z.string().nullable(),
  language: z.string().nullable(),
  channels: z.array(z.string()),
  handle: z.string().nullable(),
  isVip: z.boolean(),
  isBlocked: z.boolean(),
  stage: Stage,
  companyName: z.string().nullable(),
  orders: z.number().nullable(),
  spent: z.number().nullable(),
  lastAt: Instant.nullable(),
  waits: z.boolean().describe('Their newest conversation waits for an answer'),
});
export const PeopleList = z.object({
  items: z.array(PersonListItem),
  cursor: Cursor.nullable(),
  total: Count,
});
export const PeopleExport = PeopleQuery.pick({ segment: true, company: true, vip: true });

export const Suggestion = z.object({
  person: z.object({
    id: Id,
    name: z.string(),
    avatarUrl: z.string().nullable(),
    channels: z.array(z.string()),
    handle: z.string().nullable(),
    lastAt: Instant.nullable(),
  }),
  confidence: z.number().describe('0 to 1'),
  evidence: z.array(
    z.object({
      kind: z.enum(['email', 'phone', 'order', 'profile', 'name_city']),
      how: z.enum(['both_reached', 'one_wrote', 'both_wrote']),
      isPrivate: z.boolean(),
    }),
  ),
});
export const PersonAbout = z.object({
  id: Id,
  mergedIntoId: Id.nullable().describe('This person became part of that one'),
  vipAt: Instant.nullable(),
  vipBy: z.string().nullable(),
  stage: z.object({
    stage: Stage,
    because: z.enum(['by_hand', 'two_orders', 'one_order', 'wants_to_buy', 'nothing_known']),
  }),
  engagement: z.object({
    level: z.enum(LEVELS),
    points: z.number().describe('0 to 100'),
    messages: z.number(),
    reactions: z.number(),
    days: z.number(),
    lastAt: Instant.nullable(),
  }),
  company: z.object({ id: Id, name: z.string() }).nullable(),
  companySuggested: z.object({ id: Id, name: z.string() }).nullable(),
  sharedBy: z.array(z.string()).describe('Names under which one mailbox of theirs is written from in turn'),
  suggestions: z.array(Suggestion),
  merges: z.array(z.object({ id: Id, name: z.string(), fromId: Id, at: Instant, byName: z.string().nullable() })),
});
export const PutVip = z.object({ isVip: z.boolean() });
export const PutStage = z.object({ stage: Stage.nullable().describe('Null: by what is known') });
export const PutCompany = z.object({ companyId: Id.nullable() });
export const NewPersonMerge = z.object({ id: Id, contactId: Id.describe('Who becomes part of this person') });
export const PersonMerge = z.object({ id: Id });
export const PutApart = z.object({ contactId: Id, isApart: z.boolean().default(true) });

export const StoryQuery = z.object({
  channel: z.string().max(40).optional(),
  kind: z.enum(['said', 'note', 'task', 'order']).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const StoryItem = z.object({
  id: Id,
  kind: z.enum(['said', 'note', 'task', 'order']),
  at: Instant,
  channel: z.string().nullable(),
  reach: z.string().nullable(),
  direction: z.string().nullable().describe('`inbound`, `outbound`, or `note` inside a conversation'),
  isCall: z.boolean(),
  who: z.string().nullable(),
  text: z.string(),
  conversationId: Id.nullable(),
  isDone: z.boolean().nullable().describe('Of something to do'),
  amount: z.string().nullable().describe('What an order came to, in whole units of `currency`'),
  currency: z.string().nullable(),
});
export const Story = z.object({ items: z.array(StoryItem), cursor: Cursor.nullable() });

export type Stage = z.infer<typeof Stage>;
export type SegmentFilter = z.infer<typeof SegmentFilter>;
export type SegmentCondition = z.infer<typeof SegmentCondition>;
export type Segment = z.infer<typeof Segment>;
export type SegmentList = z.infer<typeof SegmentList>;
export type Company = z.infer<typeof Company>;
export type CompanyList = z.infer<typeof CompanyList>;
export type PersonListItem = z.infer<typeof PersonListItem>;
export type PeopleList = z.infer<typeof PeopleList>;
export type Suggestion = z.infer<typeof Suggestion>;
export type PersonAbout = z.infer<typeof PersonAbout>;
export type StoryItem = z.infer<typeof StoryItem>;
export type Story = z.infer<typeof Story>;
