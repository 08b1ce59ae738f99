import { z } from 'zod';
import { Attention, Cursor, Delivery, Id, Instant, Reach, Resolution } from './common.ts';
import { ContactNote } from './contacts.ts';
import { Contact } from './people.ts';
import { Filter, Sort } from './views.ts';
import { FieldValues, Task } from './work.ts';

export const View = z.enum(['needs_answer', 'mine', 'unassigned', 'opened_and_left', 'promised', 'snoozed', 'all']);
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

export const Attachment = z.object({
  kind: z.string(),
  mediaId: Id.nullable(),
  state: z.enum(['wanted', 'stored', 'failed', 'deleted', 'none']),
  name: z.string().nullable(),
  mimeType: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  title: z.string().nullable(),
  href: z.string().nullable(),
  alt: z.string().nullable(),
  detail: z.string().nullable(),
});
export const Message = z.object({
  id: Id,
  threadId: Id.nullable(),
  direction: z.enum(['inbound', 'outbound', 'note']),
  reach: Reach,
  author: z.object({
    kind: z.enum(['contact', 'agent', 'business', 'unknown']),
    id: Id.nullable(),
    name: z.string(),
    avatarUrl: z.string().nullable(),
  }),
  isContext: z.boolean().describe('Somebody else in the same public thread'),
  text: z.string(),
  subject: z.string().nullable(),
  hasHtml: z.boolean(),
  attachments: z.array(Attachment),
  rating: z.object({ label: z.string(), isPositive: z.boolean() }).nullable(),
  payload: z.string().nullable(),
  quotesId: Id.nullable(),
  parentId: Id.nullable(),
  automatic: z.string().nullable(),
  isHistory: z.boolean(),
  language: z.string().nullable(),
  delivery: Delivery.nullable(),
  deliveryDetail: z.string().nullable(),
  permalink: z.string().nullable(),
  sentAt: Instant,
  editedAt: Instant.nullable(),
  deletedAt: Instant.nullable(),
  hiddenAt: Instant.nullable(),
  versions: z.array(z.object({ text: z.string(), replacedAt: Instant })),
  reactions: z.array(z.object({ reaction: z.string(), count: z.number(), isOurs: z.boolean() })),
  acts: z
    .array(z.string())
    .describe('What may be done with it on the network: like, unlike, repost, unrepost, hide, unhide, edit, delete'),
  mentions: z
    .object({ agents: z.array(Id), teams: z.array(Id) })
    .optional()
    .describe('Whom a note calls; their names stand in the text as @Name'),
});
export const Post = z.object({
  threadId: Id,
  isOurs: z.boolean(),
  authorName: z.string().nullable(),
  text: z.string(),
  attachments: z.array(Attachment),
  permalink: z.string().nullable(),
  postedAt: Instant,
  deletedAt: Instant.nullable(),
  reactions: z.number().nullable(),
  comments: z.number().nullable(),
  shares: z.number().nullable(),
});
/** A way of answering that is open (or was): the composer draws itself from these. */
export const Way = z.object({
  key: z.string().describe('reply:<threadId> or private_reply:<messageId>'),
  kind: z.enum(['reply', 'private_reply']),
  threadId: Id,
  inReplyTo: Id.nullable(),
  reach: Reach,
  channel: z.string(),
  inboxId: Id,
  label: z.string(),
  limit: z.object({
    max: z.number(),
    unit: z.enum(['utf16', 'graphemes', 'utf8-bytes']),
    also: z.object({ max: z.number(), unit: z.enum(['utf16', 'graphemes', 'utf8-bytes']) }).optional(),
  }),
  attachments: z.object({
    max: z.number(),
    maxBytes: z.number(),
    types: z.array(z.string()),
    withText: z.boolean().describe('False: words or a file, never both'),
    alt: z.boolean().describe('A picture can say what it shows, to those who cannot see it'),
  }),
  isOpen: z.boolean(),
  closedBecause: z.string().nullable(),
  closesAt: Instant.nullable().describe('When it closes for a person at the desk'),
  freeUntil: Instant.nullable().describe('Until then machines may answer too; after it only a person'),
  isOnce: z.boolean(),
  isHumanOnly: z.boolean(),
});
export const TimelineEvent = z.object({
  id: Id,
  at: Instant,
  actorKind: z.enum(['contact', 'agent', 'bot', 'rule', 'system']),
  actorName: z.string().nullable(),
  kind: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export const OutgoingAct = z.object({
  id: Id,
  kind: z.string(),
  state: z.enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled']),
  detail: z.string().nullable(),
  messageId: Id.nullable(),
  targetMessageId: Id.nullable(),
  agentName: z.string().nullable(),
  createdAt: Instant,
  attempts: z.number(),
  notBefore: Instant,
  awaitsPerson: z.boolean().describe('Perhaps sent, and the network cannot tell: somebody must look and decide'),
  scheduledFor: Instant.nullable().describe('The time that a person chose for it'),
  isHeldBack: z
    .boolean()
    .describe('Its time came, but others wrote meanwhile: read that, then try it again or cancel it'),
  agentId: Id.nullable(),
});
export const PutSchedule = z.object({ sendAt: Instant });
export const OutgoingList = z.object({
  items: z.array(OutgoingAct.extend({ conversationId: Id.nullable(), inboxId: Id })),
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
  seq: z.number(),
});
/** A person with all their conversations, newest first. */
export const ContactDetail = z.object({ contact: Contact, conversations: z.array(ConversationRow) });
export const DetailQuery = z.object({
  before: Id.optional().describe('A message: read what was said before it'),
  after: Id.optional().describe('A message: read what was said after it'),
  around: Id.optional().describe('A message: read what was said around it'),
});

export const PutAttention = z.object({ attention: Attention, reason: z.string().trim().max(500).optional() });
export const PutAssignee = z.object({ agentId: Id.nullable() });
export const PutSnooze = z.object({ until: Instant });
export const PutResolution = z.object({ resolution: z.enum(['proposed', 'confirmed', 'unconfirmed']) });
export const NewNote = z.object({
  id: Id,
  text: z.string().trim().min(1, 'Write something first.').max(20_000),
  mentions: z
    .object({ agents: z.array(Id).max(50).default([]), teams: z.array(Id).max(10).default([]) })
    .default({ agents: [], teams: [] })
    .describe('Who is called; their names stand in the text as @Name'),
});
export const Alts = z.record(Id, z.string().trim().max(2_000));
export const NewReply = z.object({
  id: Id.describe('Made in the browser before sending: a second try with it changes nothing'),
  way: z.string(),
  text: z.string().max(100_000),
  subject: z.string().max(998).optional(),
  attachments: z.array(Id).max(10).default([]),
  alts: Alts.default({}).describe('What a picture shows, by its id, for those who cannot see it'),
  readAtSeq: z.number().int().min(0).describe('The seq of the detail that was on screen'),
  sendAnyway: z.boolean().default(false).describe('A colleague answered meanwhile, and this is still wanted'),
  thenMark: z.enum(['answered', 'nothing']).default('answered'),
  sendAt: Instant.optional().describe('Later, at this time; until then it can be taken back or sent at once'),
  holdSeconds: z.number().int().min(0).max(30).default(0).describe('It can be taken back for so long'),
});
export const NewAct = z.object({
  id: Id,
  kind: z.enum(['like', 'unlike', 'repost', 'unrepost', 'hide', 'unhide', 'edit', 'delete']),
  reason: z.string().trim().max(500).optional(),
  text: z.string().max(100_000).optional(),
});
export const NewPost = z.object({
  id: Id,
  inboxId: Id,
  text: z.string().trim().min(1).max(100_000),
  attachments: z.array(Id).max(4).default([]),
  link: z.url().optional(),
});
export const Decision = z.object({
  wasSent: z
    .boolean()
    .describe('A person looked on the network: it is there (true), or it is not and may be sent again (false)'),
});
export const SearchQuery = z.object({
  q: z.string().trim().min(1).max(400).describe('Words and operators: from: inbox: before: after: is: has: label:'),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const SearchResult = z.object({
  people: z.array(
    z.object({
      id: Id,
      name: z.string(),
      handle: z.string().nullable(),
      channel: z.string(),
      avatarUrl: z.string().nullable(),
      conversationId: Id.nullable().describe('Their latest'),
    }),
  ),
  hits: z.array(
    z.object({
      messageId: Id,
      conversation: ConversationRow,
      authorName: z.string(),
      text: z.string(),
      marks: z.array(z.tuple([z.number(), z.number()])).describe('Where in `text` it was found: start, end (UTF-16)'),
      sentAt: Instant,
    }),
  ),
  cursor: Cursor.nullable(),
  isComplete: z.boolean(),
  notUnderstood: z.array(z.string()).describe('Operators or values that mean nothing here, in words'),
});
export const StoredMedia = z.object({ id: Id, name: z.string(), mimeType: z.string(), sizeBytes: z.number() });

export type View = z.infer<typeof View>;
export type ListQuery = z.infer<typeof ListQuery>;
export type ConversationRow = z.infer<typeof ConversationRow>;
export type ConversationList = z.infer<typeof ConversationList>;
export type ViewCounts = z.infer<typeof ViewCounts>;
export type Attachment = z.infer<typeof Attachment>;
export type Message = z.infer<typeof Message>;
export type Post = z.infer<typeof Post>;
export type Way = z.infer<typeof Way>;
export type TimelineEvent = z.infer<typeof TimelineEvent>;
export type OutgoingList = z.infer<typeof OutgoingList>;
export type OutgoingAct = z.infer<typeof OutgoingAct>;
export type ConversationDetail = z.infer<typeof ConversationDetail>;
export type ContactDetail = z.infer<typeof ContactDetail>;
export type SearchResult = z.infer<typeof SearchResult>;
export type NewReply = z.infer<typeof NewReply>;
export type NewAct = z.infer<typeof NewAct>;
export type NewPost = z.infer<typeof NewPost>;
