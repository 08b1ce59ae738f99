import { z } from 'zod';

export const Id = z.uuid();
export const Instant = z.iso.datetime({ offset: true }).describe('ISO 8601 with offset');
export const Reach = z.enum(['owned_public', 'owned_private', 'earned']);
export const Attention = z.enum(['needs_answer', 'answered', 'acknowledged', 'no_reply']);
export const Resolution = z.enum(['open', 'proposed', 'confirmed', 'unconfirmed']);
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
