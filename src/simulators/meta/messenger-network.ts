import type { Persona, Place, SeenMessage, SimulatedNetwork } from '../network.ts';
import type { Delivery } from './delivery.ts';
import type { Lines } from './lines.ts';
import { rememberLines } from './remember.ts';
import { type Line, type LineMessage, meet, type State, storeFile } from './state.ts';

/** Messenger as a customer sees it. Nothing that was sent can be taken back here: whether Meta tells of it is not known. */
export function messengerNetwork(
  state: State,
  lines: Lines,
  delivery: Delivery,
  close: () => Promise<void>,
): SimulatedNetwork {
  const linesOf = (persona: Persona) => [...state.lines.values()].filter((line) => line.persona.id === persona.id);
  const placeOf = (page: Line['page']): Place => ({
    id: `direct:${page.id}`,
    kind: 'direct',
    isPublic: false,
    label: `Write to ${page.name}`,
  });

  function find(persona: Persona, mid: string): { line: Line; message: LineMessage } {
    for (const line of linesOf(persona)) {
      const message = line.messages.find((one) => one.mid === mid);
      if (message) return { line, message };
    }
    throw new Error(`There is no "${mid}" in Messenger`);
  }

  function seen(line: Line, message: LineMessage): SeenMessage {
    return {
      id: message.mid,
      by: message.isOurs ? 'company' : 'me',
      name: message.isOurs ? line.page.name : line.persona.name,
      text: message.text || (message.file ? `[${message.file.name}]` : ''),
      at: message.at,
      likes: message.reactions.size,
      ...(message.replyTo ? { inReplyTo: message.replyTo } : {}),
    };
  }

  return {
    channel: 'messenger',
    name: 'Messenger',
    faults: state.faults.messenger,
    places: () => state.pages.map(placeOf),
    async say(persona, { place, text, inReplyTo, attachment, at }) {
      const page = state.pages.find((one) => `direct:${one.id}` === place);
      if (!page) throw new Error(`Messenger has no place "${place}"`);
      meet(state, page, persona);
      const line = lines.of(page, persona);
      const url = attachment
        ? storeFile(state, { bytes: attachment.bytes, type: attachment.mimeType, name: attachment.name }).url
        : undefined;
      const message = lines.hear(line, {
        text,
        ...(at ? { at } : {}),
        ...(attachment && url ? { file: { url, type: attachment.mimeType, name: attachment.name } } : {}),
        ...(inReplyTo ? { replyTo: inReplyTo } : {}),
      });
      return { id: message.mid, thread: line.id };
    },
    async edit(persona, messageId, text) {
      const { line, message } = find(persona, messageId);
      if (message.isOurs) throw new Error('Messenger lets people change only what they wrote themselves');
      lines.edit(line, message, text);
    },
    async react(persona, messageId, emoji) {
      const { line, message } = find(persona, messageId);
      lines.react(line, message, emoji === '' ? null : emoji);
    },
    view(persona) {
      const threads = linesOf(persona).filter(({ messages }) => messages.length > 0);
      const newest = (line: Line) => line.messages.at(-1)?.at.getTime() ?? 0;
      return threads
        .toSorted((a, b) => newest(b) - newest(a))
        .map((line) => ({
          id: line.id,
          place: placeOf(line.page),
          title: line.page.name,
          messages: line.messages.map((message) => seen(line, message)),
        }));
    },
    remember: (said) => rememberLines(state, lines, said),
    onAnswer(listener) {
      state.answered.messenger.add(listener);
      return () => state.answered.messenger.delete(listener);
    },
    settled: () => delivery.settled(),
    close,
  };
}
