import { z } from 'zod';
import { Instant } from './common.ts';

/** What the chat window on somebody's website and this server say to each other. */
export const MAX_CHAT_TEXT = 5_000;
/** Of one line, together. */
export const MAX_CHAT_FILE_BYTES = 5_000_000;
export const MAX_CHAT_FILES = 5;

export const ChatHello = z.object({
  title: z.string(),
  greeting: z.string().nullable(),
  colour: z.string(),
  language: z.string().describe('`auto`: the browser’s'),
  isAway: z.boolean().describe('Outside of the hours, or nobody is at the desk: a mail address is asked for'),
  answerWithinMs: z.number().nullable().describe('Within what three of four were answered lately; null: not known'),
  isKnown: z.boolean().describe('Whether the token that was sent opens a talk'),
  hasEmail: z.boolean(),
});
export const ChatVisitor = z.object({ token: z.string() });
export const NewChatLine = z.object({
  id: z.uuid().describe('Made in the browser: a second try with it changes nothing'),
  text: z.string().max(MAX_CHAT_TEXT).default(''),
  name: z.string().trim().max(100).optional(),
  email: z.email().max(200).optional(),
  page: z.object({ url: z.url({ protocol: /^https?$/ }).max(2_000), title: z.string().max(300).optional() }).optional(),
  files: z
    .array(z.object({ name: z.string().max(200), mimeType: z.string().max(100), data: z.base64() }))
    .max(MAX_CHAT_FILES)
    .default([]),
});
export const ChatFile = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  mimeType: z.string().nullable(),
  sizeBytes: z.number().nullable(),
});
export const ChatLine = z.object({
  id: z.string(),
  isOurs: z.boolean().describe('The company’s'),
  text: z.string(),
  at: Instant,
  isEdited: z.boolean(),
  isRead: z.boolean(),
  files: z.array(ChatFile),
});
export const ChatLinesQuery = z.object({
  known: z
    .string()
    .max(64)
    .optional()
    .describe('The mark of what is shown already: waits until there is something else'),
});
export const ChatLines = z.object({ mark: z.string(), lines: z.array(ChatLine) });
export const ChatSeen = z.object({
  ids: z.array(z.string().max(100)).min(1).max(100),
  status: z.enum(['delivered', 'read']),
});

export type ChatHello = z.infer<typeof ChatHello>;
export type NewChatLine = z.input<typeof NewChatLine>;
export type ChatLine = z.infer<typeof ChatLine>;
export type ChatLines = z.infer<typeof ChatLines>;
export type ChatFile = z.infer<typeof ChatFile>;
