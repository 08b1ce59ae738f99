import type { ChannelEvent, NoticeEvent } from '../../core/channel/event.ts';
import type { Json } from '../../core/ids.ts';
import type { Callback } from './element.ts';
import type { Place } from './place.ts';
import { welcomeOf } from './welcome.ts';

function about(place: Place, what: string, notice: NoticeEvent['notice'], detail: string): ChannelEvent {
  const { account, thread, at, token } = place;
  const id = `${what}:${token ?? `${thread.id}:${at.getTime()}`}`;
  return { kind: 'notice', account, id, thread: thread.id, notice, detail, at };
}

/** Opening the chat is no leave to write: only the welcome may be said, in the answer to this very callback. */
export function readOpened({ context, subscribed }: Callback, place: Place, settings: Json): ChannelEvent {
  const through = context ? ` through a link ("${context}")` : '';
  const said = welcomeOf(settings) ? ' The welcome was said.' : '';
  const then = subscribed === true ? '' : `${said} Nobody may write to them until they write themselves.`;
  return about(place, 'opened', context ? 'referral' : 'other', `Opened the chat${through}.${then}`);
}

export const readSubscribed = (place: Place): ChannelEvent =>
  about(place, 'subscribed', 'other', 'Subscribed: messages may be sent to this person.');

export const readUnsubscribed = (place: Place): ChannelEvent =>
  about(place, 'unsubscribed', 'other', 'Unsubscribed: Viber lets nobody write to this person until they write again.');
