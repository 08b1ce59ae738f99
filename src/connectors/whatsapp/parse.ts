import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { whyNot } from '../shared/shapes.ts';
import { readMessageShape, readStatusShape } from './element.ts';
import { type Change, ignored, readChanges, type Value } from './envelope.ts';
import { readHistory } from './history.ts';
import { contactsOf } from './line.ts';
import { readMessage } from './message.ts';
import { readPreference, readProblem } from './notice.ts';
import { readStatus } from './status.ts';

/** What was said to one of our numbers, and what became of our answers. */
export function parse({ body }: RawEntry, { receivedAt }: ParseContext): ChannelEvent[] {
  return readChanges(body).flatMap((change) => ('kind' in change ? [change] : readChange(change, receivedAt)));
}

function readChange({ field, value }: Change, receivedAt: Date): ChannelEvent[] {
  const account = value.metadata.phone_number_id;
  switch (field) {
    case 'messages':
      return readTalk(value, account, receivedAt);
    case 'smb_message_echoes':
      return orNothing(readEach(value.message_echoes, value, 'ours', receivedAt));
    case 'history':
      return orNothing((value.history ?? []).flatMap((raw) => readHistory(raw, account, receivedAt)));
    case 'user_preferences':
      return orNothing(
        (value.user_preferences ?? []).map((raw) => readPreference(raw, account, contactsOf(value.contacts))),
      );
    default:
      return [ignored(`a change of the kind "${field.slice(0, 80)}" is not read`)];
  }
}

function readTalk(value: Value, account: string, receivedAt: Date): ChannelEvent[] {
  const statuses = (value.statuses ?? []).flatMap((raw) => {
    const status = readStatusShape(raw, receivedAt);
    return status.success
      ? readStatus(status.data, account)
      : [ignored(`a status that cannot be read: ${whyNot(status.error)}`)];
  });
  const problems = (value.errors ?? []).map((raw) => readProblem(raw, account, receivedAt));
  return orNothing([...readEach(value.messages, value, 'theirs', receivedAt), ...statuses, ...problems]);
}

function readEach(
  elements: readonly unknown[] | undefined,
  value: Value,
  by: 'theirs' | 'ours',
  receivedAt: Date,
): ChannelEvent[] {
  const contacts = contactsOf(value.contacts);
  return (elements ?? []).map((raw) => {
    const message = readMessageShape(raw, receivedAt);
    return message.success
      ? readMessage(message.data, { account: value.metadata.phone_number_id, contacts, by })
      : ignored(`a message that cannot be read: ${whyNot(message.error)}`);
  });
}

const orNothing = (events: ChannelEvent[]): ChannelEvent[] =>
  events.length > 0 ? events : [ignored('a change with nothing in it that we know')];
