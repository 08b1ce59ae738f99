import type { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import type { Place } from '../meta/line-place.ts';
import type { Delivery, Read } from './element.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;

/** Everything of ours up to the watermark; the ids, when they come, are only some of it. */
export function readDelivery({ mids, watermark }: Of<typeof Delivery>, { account, thread, at }: Place): ChannelEvent {
  return {
    kind: 'delivery',
    account,
    thread: thread.id,
    ids: (mids ?? []) as ExternalMessageId[],
    ...(watermark ? { upTo: watermark } : {}),
    status: 'delivered',
    at,
  };
}

export function readRead({ watermark }: Of<typeof Read>, { account, thread, at }: Place): ChannelEvent {
  return { kind: 'delivery', account, thread: thread.id, ids: [], upTo: watermark, status: 'read', at };
}
