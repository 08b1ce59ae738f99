import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { Alts, NewReply } from './replying.ts';
import { BulkAct } from './work.ts';

/** What somebody was writing in a conversation, kept for all of their devices. */
export const Draft = z.object({
  conversationId: Id,
  kind: z.enum(['reply', 'note']),
  way: z.string().nullable(),
  subject: z.string().nullable(),
  text: z.string(),
  attachments: z.array(
    z.object({ id: Id, name: z.string(), mimeType: z.string(), sizeBytes: z.number(), alt: z.string().optional() }),
  ),
  version: z.number().describe('Grows by one with each saving'),
  savedAt: Instant,
});
export const DraftList = z.object({ items: z.array(Draft) });
export const PutDraft = z.object({
  kind: Draft.shape.kind,
  way: z.string().max(400).nullable(),
  subject: z.string().max(998).nullable(),
  text: z.string().max(100_000),
  attachments: z.array(Id).max(10),
  alts: Alts.default({}),
  onVersion: z
    .number()
    .int()
    .min(0)
    .max(2_000_000_000)
    .describe('The version it was written on, 0 for a first one. Another one is a 409 `draft_moved` with it'),
});

/** One answer and one note can be begun in each conversation. */
export const DeleteDraft = z.object({ kind: Draft.shape.kind.default('reply') });

/** Words kept for re-use. A variable is {{contact.first_name}}; see `variables`. */
export const SavedReply = z.object({
  id: Id,
  title: z.string(),
  shortcut: z.string().nullable().describe('Typed after a slash in the composer'),
  isShared: z.boolean(),
  ownerId: Id.nullable(),
  variants: z
    .array(z.object({ language: z.string().nullable(), text: z.string() }))
    .describe('One a language; without a language it serves all others'),
  uses: z.number(),
  mayChange: z.boolean(),
});
export const SavedReplyList = z.object({
  items: z.array(SavedReply),
  variables: z.array(z.object({ name: z.string(), meaning: z.string() })),
});
const Title = z.string().trim().min(1, 'A title is needed.').max(100);
const Shortcut = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_-]{1,40}$/u, 'Letters, digits, - and _ only.')
  .nullable();
const Variants = z
  .array(z.object({ language: z.string().min(2).max(20).nullable(), text: z.string().trim().min(1).max(20_000) }))
  .min(1)
  .max(30);
export const NewSavedReply = z.object({
  id: Id,
  title: Title,
  shortcut: Shortcut.default(null),
  isShared: z.boolean().default(false).describe('Needs `replies.share`'),
  variants: Variants,
});
export const PatchSavedReply = z.object({
  title: Title.optional(),
  shortcut: Shortcut.optional(),
  isShared: z.boolean().optional(),
  variants: Variants.optional(),
});
/** The text for this conversation's person and language, with its variables filled in. */
export const FilledReply = z.object({
  text: z.string(),
  language: z.string().nullable(),
  missing: z.array(z.string()).describe('Variables that nothing is known for; they stand in the text as a gap to fill'),
  saidBefore: z.boolean().describe('This person got the same words from us before'),
});

/** A reply and acts in one stroke. */
export const Macro = z.object({
  id: Id,
  name: z.string(),
  isShared: z.boolean(),
  ownerId: Id.nullable(),
  replyId: Id.nullable().describe('A saved reply that it begins with'),
  acts: z.array(BulkAct),
  uses: z.number(),
  mayChange: z.boolean(),
});
export const MacroList = z.object({ items: z.array(Macro) });
export const NewMacro = z.object({
  id: Id,
  name: Title,
  isShared: z.boolean().default(false).describe('Needs `replies.share`'),
  replyId: Id.nullable().default(null),
  acts: z.array(BulkAct).max(10),
});
export const PatchMacro = z.object({
  name: Title.optional(),
  isShared: z.boolean().optional(),
  replyId: Id.nullable().optional(),
  acts: z.array(BulkAct).max(10).optional(),
});
/** All of it or nothing. `reply` is what the agent read and perhaps changed. A snooze or promise counts from now. */
export const RunMacro = z.object({ id: Id, reply: NewReply.nullable() });
export const MacroRan = z.object({ undoId: Id.nullable() });

export type Draft = z.infer<typeof Draft>;
export type SavedReply = z.infer<typeof SavedReply>;
export type FilledReply = z.infer<typeof FilledReply>;
export type Macro = z.infer<typeof Macro>;
