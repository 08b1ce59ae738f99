import { z } from 'zod';
import { Id, Instant } from './common.ts';

export const ContactNote = z.object({
  id: Id,
  text: z.string(),
  authorId: Id.nullable(),
  authorName: z.string().nullable(),
  at: Instant,
  editedAt: Instant.nullable(),
});
const Text = z.string().trim().min(1, 'Write something first.').max(5_000);
export const NewContactNote = z.object({ id: Id, text: Text });
export const PatchContactNote = z.object({ text: Text });
export const PatchContact = z.object({ name: z.string().trim().min(1, 'A name is needed.').max(200).optional() });
/** Blocked: what they write waits for nobody. Muted: it calls nobody. Only a person blocks; both can be taken back. */
export const PutStanding = z.object({ isBlocked: z.boolean().optional(), isMuted: z.boolean().optional() });

/** Everything said by and to a person, on every channel, newest first. */
export const PersonMoment = z.object({
  messageId: Id,
  conversationId: Id,
  channel: z.string(),
  inboxId: Id,
  reach: z.string(),
  direction: z.enum(['inbound', 'outbound', 'note']),
  authorName: z.string(),
  text: z.string(),
  files: z.number(),
  at: Instant,
});
export const PersonLine = z.object({ items: z.array(PersonMoment), cursor: z.string().nullable() });
export type ContactNote = z.infer<typeof ContactNote>;
export type PersonMoment = z.infer<typeof PersonMoment>;
