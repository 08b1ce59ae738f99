import { z } from 'zod';
import { id, isStorable, lenient, millis, text } from '../shared/shapes.ts';

const urn = z.string().startsWith('urn:li:').max(300).refine(isStorable);
/** Both spellings were seen: plain words, and words inside a message. */
const words = z.union([text, z.object({ text }).transform((message) => message.text)]);

const Made = z.object({
  entity: lenient(urn),
  object: lenient(urn),
  owner: lenient(urn),
  actor: lenient(urn),
  parentComment: lenient(urn),
  text: lenient(words),
  message: lenient(words),
});

/**
 * One of `notifications` of a webhook, and one of `elements` of the same told again by the list.
 * Source: LinkedIn, "Organization Social Action Notifications"; the insides of what is decorated were seen, not
 * documented; read 2026-11.
 */
export const Notification = z.object({
  notificationId: lenient(id),
  organizationalEntity: z.string(),
  action: z.string(),
  sourcePost: lenient(urn),
  generatedActivity: lenient(urn),
  lastModifiedAt: lenient(millis),
  decoratedSourcePost: lenient(z.object({ entity: lenient(urn), owner: lenient(urn), text: lenient(text) })),
  decoratedGeneratedActivity: lenient(z.object({ comment: lenient(Made), share: lenient(Made) })),
});
export type Notification = z.infer<typeof Notification>;
