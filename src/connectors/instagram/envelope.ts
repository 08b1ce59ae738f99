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
  /** With the login of Instagram one change may stand in the entry itself. */
  field: lenient(z.string()),
  value: z.unknown().optional(),
});
export type AccountEntry = z.infer<typeof Entry>;

export const ignored = (why: string): IgnoredEvent => ({ kind: 'ignored', why });

/** The documents call the object `instagram`, and once `page`; whose it is stands in the id of each entry. */
const OBJECTS = new Set(['instagram', 'page']);

/** The entries of a webhook. What cannot be read comes back as a reason; its siblings are not touched by it. */
export function readEntries(body: Uint8Array): readonly (AccountEntry | IgnoredEvent)[] {
  let json: unknown;
  try {
    json = parseJson(body);
  } catch {
    return [ignored('the body is not JSON')];
  }
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return [ignored(`not a webhook of Meta: ${whyNot(envelope.error)}`)];
  if (!OBJECTS.has(envelope.data.object))
    return [ignored(`a webhook about "${envelope.data.object.slice(0, 80)}", not about Instagram`)];
  return envelope.data.entry.map((entry) => {
    const result = Entry.safeParse(entry);
    return result.success ? result.data : ignored(`an entry that cannot be read: ${whyNot(result.error)}`);
  });
}

/** The time of sending is in seconds or in milliseconds, as it happens. */
export const whenOf = (time: number): Date =>
  new Date(time > 100_000_000_000 ? Math.trunc(time) : Math.trunc(time) * 1000);
