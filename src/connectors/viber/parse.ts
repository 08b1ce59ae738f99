import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent, IgnoredEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { parseJson } from '../shared/json.ts';
import { whyNot } from '../shared/shapes.ts';
import { Callback, Message } from './element.ts';
import { contentOf } from './message.ts';
import { readOpened, readSubscribed, readUnsubscribed } from './notice.ts';
import { type Place, placeOf } from './place.ts';
import { readFailed, readMark } from './receipt.ts';

const ignored = (why: string): IgnoredEvent => ({ kind: 'ignored', why });

/** One callback is one event. It does not say whose bot it is for: that is the inbox whose token signed it. */
export function parse({ body }: RawEntry, { account, settings, receivedAt }: ParseContext): ChannelEvent[] {
  let json: unknown;
  try {
    json = parseJson(body);
  } catch {
    return [ignored('the body is not JSON')];
  }
  const result = Callback.safeParse(json);
  if (!result.success) return [ignored(`not a callback of Viber: ${whyNot(result.error)}`)];
  const callback = result.data;
  if (callback.event === 'webhook') return [ignored('Viber’s question whether the address answers')];
  if (account === null) return [ignored('a callback without the inbox that it is for')];
  const place = placeOf(callback, account, receivedAt);
  return [
    place
      ? read(callback, place, settings)
      : ignored(`a callback "${callback.event.slice(0, 60).toWellFormed()}" that names no person`),
  ];
}

function read(callback: Callback, place: Place, settings: ParseContext['settings']): ChannelEvent {
  switch (callback.event) {
    case 'message':
      return readMessage(callback, place);
    case 'delivered':
    case 'seen':
      return readMark(callback.event, place);
    case 'failed':
      return readFailed(callback.desc, place);
    case 'conversation_started':
      return readOpened(callback, place, settings);
    case 'subscribed':
      return readSubscribed(place);
    case 'unsubscribed':
      return readUnsubscribed(place);
    default:
      return ignored(`a callback of the kind "${callback.event.slice(0, 60).toWellFormed()}" is not read`);
  }
}

function readMessage({ message: raw }: Callback, { account, person, thread, at, token }: Place): ChannelEvent {
  const message = Message.safeParse(raw);
  if (!message.success) return ignored(`a message that cannot be read: ${whyNot(message.error)}`);
  return {
    kind: 'message',
    account,
    // Without its token it can still be told from others: nobody says two things in one millisecond.
    id: (token ?? `${person.id}:${at.getTime()}`) as ExternalMessageId,
    thread,
    author: { kind: 'contact', person },
    content: contentOf(message.data),
    sentAt: at,
  };
}
