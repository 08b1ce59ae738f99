import { z } from 'zod';
import type { IgnoredEvent } from '../../core/channel/event.ts';
import { parseJson } from '../shared/json.ts';
import { id, lenient, whyNot } from '../shared/shapes.ts';

const Envelope = z.object({ object: z.string(), entry: z.array(z.unknown()) });

const Entry = z.object({
  id,
  /** Seconds beside `changes`, milliseconds beside `messaging`. */
  time: lenient(z.number().min(0).max(253_402_300_799_000)),
  changes: lenient(z.array(z.unknown())),
  messaging: lenient(z.array(z.unknown())),
  standby: lenient(z.array(z.unknown())),
});
export type PageEntry = z.infer<typeof Entry>;

export const ignored = (why: string): IgnoredEvent => ({ kind: 'ignored', why });

/** The entries of a webhook for Pages. What cannot be read comes back as a reason; its siblings are not touched by it. */
export function readEntries(body: Uint8Array): readonly (PageEntry | IgnoredEvent)[] {
  let json: unknown;
  try {
    json = parseJson(body);
  } catch {
    return [ignored('the body is not JSON')];
  }
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return [ignored(`not a webhook of Meta: ${whyNot(envelope.error)}`)];
  // One app may serve both at one address: the inboxes of WhatsApp read it.
  if (envelope.data.object === 'whatsapp_business_account') return [];
  if (envelope.data.object !== 'page')
    return [ignored(`a webhook about "${envelope.data.object.slice(0, 80)}", not about a Page`)];
  return envelope.data.entry.map((entry) => {
    const result = Entry.safeParse(entry);
    return result.success ? result.data : ignored(`an entry that cannot be read: ${whyNot(result.error)}`);
  });
}
