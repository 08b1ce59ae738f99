import { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { readAccountActivity } from './account-activity.ts';
import { readActivity } from './activity.ts';
import { ignored } from './ignored.ts';

const Told = z.looseObject({
  data: z.union([z.array(z.unknown()), z.looseObject({ event_type: z.string() })]),
  includes: z.unknown().optional(),
});

/** What X tells by itself. Each event names the account it is about, and stands for itself. */
export function readWebhook(body: unknown, receivedAt: Date): readonly ChannelEvent[] {
  const told = Told.safeParse(body).data;
  if (told) {
    const all = Array.isArray(told.data) ? told.data : [told.data];
    if (all.length === 0) return [ignored('Nothing happened in it.')];
    return all.flatMap((one) => readActivity(one, told.includes, receivedAt));
  }
  return readAccountActivity(body, receivedAt) ?? [ignored('Neither an event of an account nor a check.')];
}
