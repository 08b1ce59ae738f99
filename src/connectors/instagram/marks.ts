import type { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import type { Place } from '../meta/line-place.ts';
import type { Read } from './element.ts';

/** The person has the line open, so everything sent until now has been seen, not only the one that is named. */
export function readSeen({ mid }: z.infer<typeof Read>, { account, thread, at, isOurs }: Place): ChannelEvent {
  if (isOurs) return { kind: 'ignored', why: 'we looked at the line ourselves' };
  return {
    kind: 'delivery',
    account,
    thread: thread.id,
    ids: [mid as ExternalMessageId],
    upTo: at,
    status: 'read',
    at,
  };
}
