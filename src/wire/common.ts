import { z } from 'zod';
import { ATTENTIONS, RESOLUTIONS } from '../core/conversation/states.ts';

/** In small letters, as everything here writes them: two ways to write one id are one id. */
export const Id = z.uuid().toLowerCase();
/** In the years that every calendar of ours has, whatever the offset. */
const isInTheCalendar = (text: string) => {
  const at = Date.parse(text);
  return at >= Date.parse('0001-01-01T00:00:00Z') && at <= Date.parse('9999-12-31T23:59:59.999Z');
};
export const Instant = z.iso
  .datetime({ offset: true })
  .refine(isInTheCalendar, 'There is no such time.')
  .describe('ISO 8601 with offset');
export const Reach = z.enum(['owned_public', 'owned_private', 'earned']);
export const Attention = z.enum(ATTENTIONS);
export const Resolution = z.enum(RESOLUTIONS);
export const Delivery = z.enum(['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown', 'cancelled']);
export const Role = z.enum(['owner', 'admin', 'lead', 'agent', 'viewer']);
/** What is shown of a refusal. `code` is stable; `message` is for people. */
export const Problem = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export const Done = z.object({ ok: z.literal(true) });
export const Cursor = z.string().max(400).describe('Opaque: give it back to read on');
export type Problem = z.infer<typeof Problem>;
