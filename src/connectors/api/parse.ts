import type { z } from 'zod';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { parseJson } from '../shared/json.ts';
import { whyNot } from '../shared/shapes.ts';
import { Deletion, Delivery, Edit, Kind, Message } from './element.ts';
import { contentOf, type Place, readMessage } from './message.ts';

const MAX_EVENTS = 500;
const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

/** One event, a list of them, or `{ "events": [...] }`. Each is read on its own: an odd one costs the others nothing. */
export function parse({ body }: RawEntry, { account, receivedAt }: ParseContext): ChannelEvent[] {
  let root: unknown;
  try {
    root = parseJson(body);
  } catch {
    return [ignored('not JSON')];
  }
  const events = listOf(root);
  if (events.length === 0) return [ignored('an empty list of events')];
  const place = { account: account ?? ('' as ExternalAccountId), receivedAt };
  const read = events.slice(0, MAX_EVENTS).map((raw) => readEvent(raw, place));
  return events.length > MAX_EVENTS ? [...read, ignored(`more than ${MAX_EVENTS} events in one request`)] : read;
}

function listOf(root: unknown): readonly unknown[] {
  if (Array.isArray(root)) return root;
  if (typeof root === 'object' && root !== null && 'events' in root && Array.isArray(root.events)) return root.events;
  return [root];
}

function readEvent(raw: unknown, place: Place): ChannelEvent {
  const kind = Kind.safeParse(raw);
  if (!kind.success) return ignored('an event without a type');
  switch (kind.data.type) {
    case 'message':
      return read(Message, raw, (message) => readMessage(message, place));
    case 'edit':
      return read(Edit, raw, ({ id, at, ...said }) => ({
        kind: 'edit',
        account: place.account,
        id: id as ExternalMessageId,
        content: contentOf(said),
        at: at ?? place.receivedAt,
      }));
    case 'deletion':
      return read(Deletion, raw, ({ id, at }) => ({
        kind: 'deletion',
        account: place.account,
        id: id as ExternalMessageId,
        at: at ?? place.receivedAt,
      }));
    case 'delivery':
      return read(Delivery, raw, ({ ids, status, detail, at }) => ({
        kind: 'delivery',
        account: place.account,
        ids: ids as ExternalMessageId[],
        status,
        at: at ?? place.receivedAt,
        ...(detail ? { detail } : {}),
      }));
    default:
      return ignored(`an event of the type "${kind.data.type.slice(0, 60)}", which is not known`);
  }
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  make: (value: z.infer<Schema>) => ChannelEvent,
): ChannelEvent {
  const result = schema.safeParse(raw);
  if (!result.success) return ignored(`an event that cannot be read: ${whyNot(result.error)}`);
  return make(result.data);
}
