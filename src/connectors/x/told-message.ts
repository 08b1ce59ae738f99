import { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { id, lenient, whyNot } from '../shared/shapes.ts';
import { ignored } from './ignored.ts';
import { messageEvent, otherOf } from './parse-message.ts';
import { PulledMessage } from './shapes.ts';
import { isoOfMillis, lineBetween, messageOfV1, stamp } from './v1-message.ts';

const Told = z.looseObject({
  direct_message_events: lenient(z.array(z.unknown())),
  direct_message_mark_read_events: lenient(z.array(z.unknown())),
  users: lenient(z.record(z.string(), z.unknown())),
});

/** Direct messages and what was read of them, as both ways of telling have them. */
export function toldMessages(raw: unknown, account: ExternalAccountId): readonly ChannelEvent[] {
  const told = Told.safeParse(raw).data;
  const said = told?.direct_message_events ?? [];
  const seen = told?.direct_message_mark_read_events ?? [];
  if (!told || said.length + seen.length === 0) return [ignored('There is no direct message in it.')];
  return [
    ...said.map((one) => toldMessage(one, told.users ?? {}, account)),
    ...seen.map((one) => toldReading(one, account)),
  ];
}

function toldMessage(raw: unknown, people: Readonly<Record<string, unknown>>, account: ExternalAccountId) {
  const converted = messageOfV1(raw, people);
  if (!converted) return ignored('A direct event that is no message.');
  const read = PulledMessage.safeParse(converted);
  if (!read.success) return ignored(`The direct message is not complete: ${whyNot(read.error)}`);
  const { dm, includes } = read.data;
  if (otherOf(dm.dm_conversation_id, account) === null)
    return ignored('The account has no part in this direct message.');
  return messageEvent(dm, includes, account, false);
}

const Reading = z.looseObject({
  sender_id: id,
  target: z.looseObject({ recipient_id: id }),
  created_timestamp: stamp,
  last_read_event_id: id,
});

/** The person has read everything of ours in the line until then. */
function toldReading(raw: unknown, account: ExternalAccountId): ChannelEvent {
  const read = Reading.safeParse(raw);
  const at = read.success ? isoOfMillis(read.data.created_timestamp) : undefined;
  if (!read.success || at === undefined) return ignored('What was read cannot be told from it.');
  const { sender_id: reader, target, last_read_event_id: last } = read.data;
  if (target.recipient_id !== account) return ignored('The account itself has read a direct message.');
  return {
    kind: 'delivery',
    account,
    thread: lineBetween(reader, target.recipient_id) as ExternalThreadId,
    ids: [last as ExternalMessageId],
    upTo: new Date(at),
    status: 'read',
    at: new Date(at),
  };
}
