import { z } from 'zod';
import { Delivery, Id, Instant, Reach } from './common.ts';
import { Understood } from './understood.ts';

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
  choices: z.array(z.string()).optional().describe('Answers to tap that were offered with it'),
  quotesId: Id.nullable(),
  parentId: Id.nullable(),
  automatic: z.string().nullable(),
  isHistory: z.boolean(),
  language: z.string().nullable(),
  understood: Understood.nullable().describe('Null: of ours, without words, or from before there was understanding'),
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
export const StoredMedia = z.object({ id: Id, name: z.string(), mimeType: z.string(), sizeBytes: z.number() });

export type Attachment = z.infer<typeof Attachment>;
export type Message = z.infer<typeof Message>;
export type Post = z.infer<typeof Post>;
