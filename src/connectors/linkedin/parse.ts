import { z } from 'zod';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { jsonIn } from '../shared/json.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { whyNot } from '../shared/shapes.ts';
import { eventOf, ignored } from './event.ts';
import { Notification } from './notification.ts';

const TYPE = 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS';
const Batch = z.object({ type: z.string().optional(), notifications: z.array(z.unknown()) });

/** A webhook and what the list told are of one form. Each notification of a batch is read on its own. */
export function parse(entry: RawEntry, { receivedAt }: ParseContext): readonly ChannelEvent[] {
  const batch = Batch.safeParse(jsonIn(entry.body)).data;
  if (!batch) return [ignored('It holds no notifications.')];
  if (batch.type !== undefined && batch.type !== TYPE)
    return [ignored(`Webhooks of the type "${batch.type.slice(0, 80)}" are not about comments.`)];
  if (batch.notifications.length === 0) return [ignored('A batch without any notification.')];
  const isHistory = entry.headers[HISTORY_HEADER] !== undefined;
  return batch.notifications.map((raw) => {
    const one = Notification.safeParse(raw);
    return one.success
      ? eventOf(one.data, { at: receivedAt, isHistory })
      : ignored(`a notification that is not complete: ${whyNot(one.error)}`);
  });
}
