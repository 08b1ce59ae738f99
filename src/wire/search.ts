import { z } from 'zod';
import { Cursor, Id, Instant } from './common.ts';
import { ConversationRow } from './conversations.ts';

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

export type SearchResult = z.infer<typeof SearchResult>;
