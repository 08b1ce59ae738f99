import type { Persona, Place, SeenMessage, SimulatedNetwork } from '../network.ts';
import { keep, lineOf, memberOf } from './members.ts';
import type { PostOffice } from './post-office.ts';
import type { Line, LineMessage, Number_, State } from './state.ts';
import type { Talk } from './talk.ts';

/** WhatsApp as a customer sees it. */
export function whatsAppNetwork(
  state: State,
  talk: Talk,
  office: PostOffice,
  close: () => Promise<void>,
): SimulatedNetwork {
  const linesOf = (persona: Persona) =>
    [...state.lines.values()].filter((line) => line.member.persona.id === persona.id);
  const placeOf = (number: Number_): Place => ({
    id: `direct:${number.id}`,
    kind: 'direct',
    isPublic: false,
    label: `Write to ${number.name} on WhatsApp`,
  });
  function find(persona: Persona, id: string): { line: Line; message: LineMessage } {
    for (const line of linesOf(persona)) {
      const message = line.messages.find((one) => one.id === id);
      if (message) return { line, message };
    }
    throw new Error(`There is no "${id}" on WhatsApp`);
  }
  function own(persona: Persona, id: string) {
    const found = find(persona, id);
    if (found.message.isOurs) throw new Error('WhatsApp lets people change only what they wrote themselves');
    return found;
  }
  const seen = (line: Line, message: LineMessage): SeenMessage => ({
    id: message.id,
    by: message.isOurs ? 'company' : 'me',
    name: message.isOurs ? line.number.name : line.member.persona.name,
    text: message.isDeleted ? '' : message.text || (message.file ? `[${message.file.name}]` : ''),
    at: message.at,
    likes: message.reactions.size,
    ...(message.isDeleted ? { isDeleted: true } : {}),
    ...(message.replyTo ? { inReplyTo: message.replyTo } : {}),
    ...(message.file ? { files: [message.file.name] } : {}),
  });

  return {
    channel: 'whatsapp',
    name: 'WhatsApp',
    faults: state.faults,
    places: () => state.numbers.map(placeOf),
    async say(persona, { place, text, inReplyTo, attachment, at }) {
      const number = state.numbers.find(({ id }) => `direct:${id}` === place);
      if (!number) throw new Error(`WhatsApp has no place "${place}"`);
      const line = lineOf(state, number, memberOf(state, persona));
      const more = { ...(at ? { at } : {}), ...(inReplyTo ? { replyTo: inReplyTo } : {}) };
      // A recording carries no words: they are a message of their own.
      const isApart = attachment?.mimeType.startsWith('audio/') === true && text !== '';
      if (isApart) talk.hear(line, { text, ...more });
      const message = talk.hear(line, {
        text: isApart ? '' : text,
        ...more,
        ...(attachment ? { file: attachment } : {}),
      });
      return { id: message.id, thread: line.id };
    },
    async edit(persona, messageId, text) {
      const { line, message } = own(persona, messageId);
      talk.edit(line, message, text);
    },
    async remove(persona, messageId) {
      const { line, message } = own(persona, messageId);
      talk.revoke(line, message);
    },
    async react(persona, messageId, emoji) {
      const { line, message } = find(persona, messageId);
      talk.react(line, message, emoji);
    },
    view(persona) {
      const newest = (line: Line) => line.messages.at(-1)?.at.getTime() ?? 0;
      return linesOf(persona)
        .filter(({ messages }) => messages.length > 0)
        .toSorted((a, b) => newest(b) - newest(a))
        .map((line) => ({
          id: line.id,
          place: placeOf(line.number),
          title: line.number.name,
          messages: line.messages.map((message) => seen(line, message)),
        }));
    },
    remember(said) {
      for (const { account, persona, id, text, at, by } of said) {
        const number = state.numbers.find((one) => one.id === account);
        if (!number) throw new Error(`There is no number ${account}`);
        if (!persona) continue;
        const line = lineOf(state, number, memberOf(state, persona));
        const isOurs = by === 'company';
        keep(line, { id, isOurs, text, at, reactions: new Map(), isDeleted: false, isRead: true });
      }
    },
    onAnswer(listener) {
      state.answered.add(listener);
      return () => state.answered.delete(listener);
    },
    settled: () => office.settled(),
    close,
  };
}
