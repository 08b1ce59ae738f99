import type { z } from 'zod';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { jsonIn } from '../shared/json.ts';
import { whyNot } from '../shared/shapes.ts';
import { readConnection, readDeletions, readMembership, readReaction } from './marks.ts';
import { readEdit, readMessage, readTap } from './message.ts';
import {
  BusinessConnection,
  CallbackQuery,
  DeletedMessages,
  Message,
  MessageReaction,
  MyChatMember,
} from './update.ts';

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

/** One update of a bot, whether Telegram brought it or was asked for it. */
export function parse({ body }: RawEntry, { account, receivedAt }: ParseContext): readonly ChannelEvent[] {
  if (account === null) return [ignored('It does not say which bot it was sent to.')];
  const update = jsonIn(body);
  if (typeof update !== 'object' || update === null || Array.isArray(update))
    return [ignored('It is not an update of Telegram.')];
  const kind = Object.keys(update).find((key) => key !== 'update_id');
  if (kind === undefined) return [ignored('An update with nothing in it.')];
  return readUpdate(kind, (update as Readonly<Record<string, unknown>>)[kind], account, receivedAt);
}

function readUpdate(kind: string, part: unknown, account: ExternalAccountId, receivedAt: Date): ChannelEvent[] {
  switch (kind) {
    case 'message':
    case 'business_message':
      return reading(Message, part, (message) => [readMessage(message, part as object as Raw, account)]);
    case 'edited_message':
    case 'edited_business_message':
      return reading(Message, part, (message) => [readEdit(message, part as object as Raw, account)]);
    case 'callback_query':
      return reading(CallbackQuery, part, (tap) => [readTap(tap, account, receivedAt)]);
    case 'message_reaction':
      return reading(MessageReaction, part, (reaction) => readReaction(reaction, account));
    case 'my_chat_member':
      return reading(MyChatMember, part, (member) => [readMembership(member, account)]);
    case 'business_connection':
      return reading(BusinessConnection, part, (connection) => [readConnection(connection, account)]);
    case 'deleted_business_messages':
      return reading(DeletedMessages, part, (deleted) => readDeletions(deleted, account, receivedAt));
    default:
      return [ignored(`Updates of the kind "${kind.slice(0, 60).replace(/\W/g, '?')}" are not read.`)];
  }
}

type Raw = Readonly<Record<string, unknown>>;

function reading<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  read: (value: z.infer<Schema>) => ChannelEvent[],
): ChannelEvent[] {
  const result = schema.safeParse(value);
  return result.success ? read(result.data) : [ignored(`An update that cannot be read: ${whyNot(result.error)}.`)];
}
