import { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { id, lenient, whyNot } from '../shared/shapes.ts';
import { readMessageShape } from './element.ts';
import { ignored } from './envelope.ts';
import { type Contact, isSameNumber, reachableBy } from './line.ts';
import { readMessage } from './message.ts';

const Chunk = z.object({
  threads: lenient(z.array(z.unknown())),
  errors: lenient(z.array(z.object({ message: lenient(z.string()), title: lenient(z.string()) }))),
});
const Thread = z.object({
  /** The person's number, or their other id. */
  id: lenient(id),
  context: lenient(z.object({ wa_id: lenient(id), user_id: lenient(id), username: lenient(z.string()) })),
  messages: z.array(z.unknown()),
});

/**
 * What a number that comes from the WhatsApp Business app had said and heard before: sent once, in chunks of
 * conversations. Source: Meta, "history webhook reference" of 21 May 2026.
 */
export function readHistory(raw: unknown, account: string, receivedAt: Date): ChannelEvent[] {
  const chunk = Chunk.safeParse(raw);
  if (!chunk.success) return [ignored(`a part of the history that cannot be read: ${whyNot(chunk.error)}`)];
  const { threads, errors } = chunk.data;
  if (threads) return threads.flatMap((thread) => readThread(thread, account, receivedAt));
  const why = errors?.[0]?.message ?? errors?.[0]?.title;
  return [
    ignored(why ? `the history was not shared: ${why.slice(0, 200)}` : 'a part of the history with nothing in it'),
  ];
}

function readThread(raw: unknown, account: string, receivedAt: Date): ChannelEvent[] {
  const thread = Thread.safeParse(raw);
  if (!thread.success) return [ignored(`a conversation that cannot be read: ${whyNot(thread.error)}`)];
  const { id: other, context, messages } = thread.data;
  const named = other === undefined ? {} : (reachableBy(other) ?? {});
  const phone = context?.wa_id ?? named.phone;
  const userId = context?.user_id ?? named.userId;
  const contact: Contact = { wa_id: phone, user_id: userId, profile: { username: context?.username, name: undefined } };
  return messages.map((one) => {
    const message = readMessageShape(one, receivedAt);
    if (!message.success) return ignored(`a message that cannot be read: ${whyNot(message.error)}`);
    const { from } = message.data;
    // Whoever is not the person of the conversation is the business. Their number may be written in two ways.
    const isPerson = (named: string) =>
      named === userId || (phone !== undefined && isSameNumber(named.replace('+', ''), phone.replace('+', '')));
    const isTheirs = from === undefined || isPerson(from);
    const data = isTheirs ? message.data : { ...message.data, to: message.data.to ?? phone };
    return readMessage(data, { account, contacts: [contact], by: isTheirs ? 'theirs' : 'ours', isHistory: true });
  });
}
