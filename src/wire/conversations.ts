import { z } from 'zod';
import { VIEWS } from '../core/conversation/view.ts';
import { Attention, Cursor, Id, Instant, Reach, Resolution } from './common.ts';
import { ContactNote } from './contacts.ts';
import { Message, Post } from './messages.ts';
import { Contact } from './people.ts';
import { OutgoingAct, Way } from './replying.ts';
import { Clock, Kind, Sentiment, Urgency } from './understood.ts';
import { Filter, Sort } from './views.ts';
import { FieldValues, Task } from './work.ts';

export const View = z.enum(VIEWS);
export const ListQuery = z.object({
  view: View.default('needs_answer'),
  saved: Id.optional().describe('A saved view in place of `view`'),
  inbox: Id.optional(),
  filter: z
    .string()
    .max(8_000)
    .transform((text, context) => {
      try {
        return Filter.parse(JSON.parse(text.replaceAll('\\u0000', '')));
      } catch {
        context.addIssue({ code: 'custom', message: 'This is not a filter: see `Filter`, as JSON.' });
        return z.NEVER;
      }
    })
    .optional()
    .describe('A `Filter` as JSON, on top of the view'),
  sort: Sort.optional().describe("In place of the view's own order"),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const ConversationRow = z.object({
  id: Id,
  inboxId: Id,
  channel: z.string(),
  reach: Reach,
  subject: z.string().nullable(),
  preview: z.string(),
  contact: z.object({ id: Id, name: z.string(), avatarUrl: z.string().nullable(), followers: z.number().nullable() }),
  attention: Attention.nullable(),
  attentionReason: z.string().nullable(),
  resolution: Resolution,
  assigneeId: Id.nullable(),
  priority: z.number(),
  waitingSince: Instant.nullable(),
  openedAt: Instant.nullable(),
  openedBy: Id.nullable(),
  snoozedUntil: Instant.nullable(),
  answeredElsewhereAt: Instant.nullable(),
  lastMessageAt: Instant,
  lastInboundAt: Instant.nullable(),
  messageCount: z.number(),
  language: z.string().nullable(),
  teamId: Id.nullable(),
  labelIds: z.array(Id),
  promisedFor: Instant.nullable().describe('When we said that we would be back'),
  promise: z.string().nullable(),
  mergedIntoId: Id.nullable().describe('Its messages are in that one now; it is in no list'),
  isBlocked: z.boolean().describe('What this person writes waits for nobody'),
  isMuted: z.boolean().describe('What this person writes calls nobody'),
  isVip: z.boolean(),
  sentiment: Sentiment.nullable().describe('Of what waits, or waited last; null: unclear'),
  kind: Kind.nullable(),
  urgency: Urgency.nullable(),
  topic: z.string().nullable(),
  dueAt: Instant.nullable().describe('When the next of its clocks is over'),
  changedSeq: z.number(),
});
export const ConversationList = z.object({
  items: z.array(ConversationRow),
  cursor: Cursor.nullable(),
  seq: z.number().describe('Changes after this one are not in the list yet'),
});
export const ViewCounts = z.object({
  views: z.record(View, z.object({ count: z.number(), isCapped: z.boolean() })),
  saved: z
    .record(z.string(), z.object({ count: z.number(), isCapped: z.boolean() }))
    .describe('By the id of the saved view'),
  inboxes: z
    .record(z.string(), z.object({ count: z.number(), isCapped: z.boolean() }))
    .describe('Needs answer, by inbox'),
});
export const TimelineEvent = z.object({
  id: Id,
  at: Instant,
  actorKind: z.enum(['contact', 'agent', 'bot', 'rule', 'system']),
  actorName: z.string().nullable(),
  kind: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export const ConversationDetail = z.object({
  conversation: ConversationRow,
  contact: Contact,
  post: Post.nullable(),
  messages: z.array(Message),
  hasEarlier: z.boolean(),
  hasLater: z.boolean().describe('True only when it was read around a message'),
  opensAt: Id.nullable().describe('The first message that waits; null: nothing does'),
  fields: FieldValues,
  contactFields: FieldValues,
  contactNotes: z.array(ContactNote),
  tasks: z.array(Task),
  linked: z.array(ConversationRow),
  merged: z
    .array(z.object({ conversation: ConversationRow, undoId: Id }))
    .describe('What became part of this one, and how to take it back'),
  timeline: z.array(TimelineEvent),
  ways: z.array(Way),
  outgoing: z.array(OutgoingAct),
  elsewhere: z.array(ConversationRow),
  priorityParts: z
    .array(z.looseObject({ factor: z.string(), points: z.number() }))
    .describe('They add up to the priority'),
  clocks: z.array(Clock),
  routed: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('Why it was given to whom it belongs; null: by no rule'),
  seq: z.number(),
});
/** A person with all their conversations, newest first. */
export const ContactDetail = z.object({ contact: Contact, conversations: z.array(ConversationRow) });
export const DetailQuery = z.object({
  before: Id.optional().describe('A message: read what was said before it'),
  after: Id.optional().describe('A message: read what was said after it'),
  around: Id.optional().describe('A message: read what was said around it'),
});

export type View = z.infer<typeof View>;
export type ListQuery = z.infer<typeof ListQuery>;
export type ConversationRow = z.infer<typeof ConversationRow>;
export type ConversationList = z.infer<typeof ConversationList>;
export type ViewCounts = z.infer<typeof ViewCounts>;
export type TimelineEvent = z.infer<typeof TimelineEvent>;
export type ConversationDetail = z.infer<typeof ConversationDetail>;
export type ContactDetail = z.infer<typeof ContactDetail>;
