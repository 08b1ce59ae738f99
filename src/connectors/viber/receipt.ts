import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import type { Place } from './place.ts';

const without = (what: string): ChannelEvent => ({ kind: 'ignored', why: `a "${what}" that names no message` });

/** `delivered` comes once for each device; `seen` once, for the newest of all that was new to the person. */
export function readMark(what: 'delivered' | 'seen', { account, thread, at, token }: Place): ChannelEvent {
  if (token === undefined) return without(what);
  const ids = [token as ExternalMessageId];
  return what === 'seen'
    ? { kind: 'delivery', account, thread: thread.id, ids, upTo: at, status: 'read', at }
    : { kind: 'delivery', account, thread: thread.id, ids, status: 'delivered', at };
}

/** Comes late, for a message that was taken at first (a keyboard that phones cannot show). */
export function readFailed(desc: string | undefined, { account, thread, at, token }: Place): ChannelEvent {
  if (token === undefined) return without('failed');
  const detail = desc ? `Viber could not deliver it: ${desc}.` : 'Viber could not deliver it.';
  return {
    kind: 'delivery',
    account,
    thread: thread.id,
    ids: [token as ExternalMessageId],
    status: 'failed',
    detail,
    at,
  };
}
