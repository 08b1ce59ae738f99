import { z } from 'zod';
import { TEXT_UNITS } from '../core/channel/capabilities.ts';
import { Id, Instant, Reach } from './common.ts';

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
  speaksAs: z.string().nullable().describe('Another account of ours that says it; null: the one that was spoken to'),
  isElsewhere: z.boolean().describe('In another talk of the same person'),
  limit: z.object({
    max: z.number(),
    unit: z.enum(TEXT_UNITS),
    also: z.object({ max: z.number(), unit: z.enum(TEXT_UNITS) }).optional(),
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
  elsewhere: z
    .string()
    .nullable()
    .describe('Closed here, but a person can answer by hand at this address of the network'),
  takesTemplates: z.boolean().describe('Open or closed, a message that the network approved beforehand may go out'),
  choices: z
    .object({ max: z.number(), maxLength: z.number() })
    .nullable()
    .describe('Answers to tap can be offered with it'),
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
  template: z
    .object({
      name: z.string().max(600),
      language: z.string().max(20),
      values: z.record(z.string(), z.string().max(2_000)),
    })
    .optional()
    .describe('An approved message instead of own words; the text is then made from it'),
  choices: z.array(z.string().trim().min(1).max(100)).max(13).default([]).describe('Answers to tap'),
  holdSeconds: z.number().int().min(0).max(30).default(0).describe('It can be taken back for so long'),
});
export const TemplateList = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      language: z.string(),
      category: z.string(),
      text: z.string().describe('With {{key}} where a value belongs'),
      variables: z.array(z.object({ key: z.string(), example: z.string().nullable() })),
      closedBecause: z.string().nullable(),
    }),
  ),
});
export const NewAct = z.object({
  id: Id,
  kind: z.enum(['like', 'unlike', 'repost', 'unrepost', 'quote', 'hide', 'unhide', 'edit', 'delete']),
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

export type Way = z.infer<typeof Way>;
export type OutgoingAct = z.infer<typeof OutgoingAct>;
export type TemplateList = z.infer<typeof TemplateList>;
export type OutgoingList = z.infer<typeof OutgoingList>;
export type NewReply = z.infer<typeof NewReply>;
export type NewAct = z.infer<typeof NewAct>;
export type NewPost = z.infer<typeof NewPost>;
