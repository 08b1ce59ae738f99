import type { z } from 'zod';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent, IgnoredEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, Json } from '../../core/ids.ts';
import { parseJson } from '../shared/json.ts';
import { whyNot } from '../shared/shapes.ts';
import { Envelope, LineEvent, Message, Postback, Unsend } from './element.ts';
import { contentOf } from './message.ts';
import { readNotice, UNREAD } from './notice.ts';
import { type Place, placeOf } from './place.ts';

const ignored = (why: string): IgnoredEvent => ({ kind: 'ignored', why });

/** A webhook brings what happened to one account, several events at a time. */
export function parse({ body }: RawEntry, { receivedAt }: ParseContext): ChannelEvent[] {
  let json: unknown;
  try {
    json = parseJson(body);
  } catch {
    return [ignored('the body is not JSON')];
  }
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return [ignored(`not a webhook of LINE: ${whyNot(envelope.error)}`)];
  const { destination, events } = envelope.data;
  if (events.length === 0) return [ignored('LINE’s question whether the address answers')];
  return events.map((raw) => read(raw, destination as ExternalAccountId, receivedAt));
}

function read(raw: unknown, account: ExternalAccountId, receivedAt: Date): ChannelEvent {
  const result = LineEvent.safeParse(raw);
  if (!result.success) return ignored(`an event that cannot be read: ${whyNot(result.error)}`);
  const event = result.data;
  const at = event.timestamp ?? receivedAt;
  const place = placeOf(event, account);
  if (Object.hasOwn(UNREAD, event.type)) return ignored(`not read: ${UNREAD[event.type]}`);
  switch (event.type) {
    case 'unsend':
      return reading(Unsend, event.unsend, ({ messageId }) => ({
        kind: 'deletion',
        account,
        id: messageId as ExternalMessageId,
        at,
      }));
    case 'messageEdited':
      return reading(Message, event.message, (message) => ({
        kind: 'edit',
        account,
        id: message.id as ExternalMessageId,
        content: contentOf(message),
        at,
      }));
    case 'message':
      if (!place) return ignored('a message that names no chat');
      return reading(Message, event.message, (message) => readMessage(message, event, place, at));
    case 'postback':
      if (!place) return ignored('a tapped button that names no chat');
      return reading(Postback, event.postback, (postback) => readPostback(postback, event, place, at));
    default:
      return (
        readNotice(event, account, place, at) ??
        ignored(`an event of the kind "${event.type.slice(0, 60).toWellFormed()}" is not read`)
      );
  }
}

function reading<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  read: (value: z.infer<Schema>) => ChannelEvent,
): ChannelEvent {
  const result = schema.safeParse(value);
  return result.success ? read(result.data) : ignored(`an event that cannot be read: ${whyNot(result.error)}`);
}

function readMessage(
  message: Message,
  { mode }: LineEvent,
  { account, author, thread }: Place,
  at: Date,
): ChannelEvent {
  const remote: Json = {
    ...(message.quoteToken ? { quoteToken: message.quoteToken } : {}),
    ...(mode === 'standby' ? { isStandby: true } : {}),
  };
  return {
    kind: 'message',
    account,
    id: message.id as ExternalMessageId,
    thread,
    author,
    content: contentOf(message),
    sentAt: at,
    ...(Object.keys(remote).length > 0 ? { remote } : {}),
  };
}

/** A button of a menu or a card. LINE says what it stands for, not what the person saw on it. */
function readPostback(
  { data, params }: z.infer<typeof Postback>,
  { webhookEventId, mode }: LineEvent,
  { account, author, thread }: Place,
  at: Date,
): ChannelEvent {
  const chosen = Object.values(params ?? {}).filter((value) => typeof value === 'string');
  return {
    kind: 'message',
    account,
    id: `postback:${webhookEventId ?? `${thread.id}:${at.getTime()}`}` as ExternalMessageId,
    thread,
    author,
    content: {
      text: chosen.join(', '),
      attachments: [{ kind: 'unsupported', source: { kind: 'none' }, title: 'Tapped a button' }],
      payload: data,
    },
    sentAt: at,
    ...(mode === 'standby' ? { remote: { isStandby: true } } : {}),
  };
}
