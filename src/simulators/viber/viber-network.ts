import type { Persona, Place, SeenMessage, SimulatedNetwork } from '../network.ts';
import type { BotLines } from './bot.ts';
import type { Callbacks } from './callbacks.ts';
import { type Chat, chatOf, type Line, type State, threadOf } from './state.ts';

const HOUR_MS = 3_600_000;

/** Viber as a customer sees it. */
export function viberNetwork(
  state: State,
  lines: BotLines,
  callbacks: Callbacks,
  close: () => Promise<void>,
): SimulatedNetwork {
  const { bot } = state;
  const place: Place = { id: `direct:${bot.id}`, kind: 'direct', isPublic: false, label: `Write to ${bot.name}` };

  const seen = ({ persona }: Chat, line: Line): SeenMessage => ({
    id: line.token,
    by: line.isOurs ? 'company' : 'me',
    name: line.isOurs ? bot.name : persona.name,
    text: line.text,
    at: line.at,
    ...(line.files.length > 0 ? { files: line.files } : {}),
  });

  function store(attachment: { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array }) {
    const id = String(state.files.size + 1);
    const until = state.now().getTime() + HOUR_MS;
    state.files.set(id, { bytes: attachment.bytes, type: attachment.mimeType, until });
    const seconds = Math.floor(until / 1_000);
    return `${state.url}/media/${id}/${encodeURIComponent(attachment.name)}?Expires=${seconds}`;
  }

  return {
    channel: 'viber',
    name: 'Viber',
    faults: state.faults,
    places: () => [place],
    async say(persona, said) {
      if (said.place !== place.id) throw new Error(`Viber has no place "${said.place}"`);
      const chat = chatOf(state, persona);
      const at = said.at ? { at: said.at } : {};
      const { attachment, text } = said;
      if (!attachment) {
        const line = lines.hear(chat, { type: 'text', text }, { text, ...at });
        return { id: line.token, thread: threadOf(chat) };
      }
      const media = store(attachment);
      const { name, bytes, mimeType } = attachment;
      const [kind] = mimeType.split('/');
      const file = { media, file_name: name, file_size: bytes.length };
      if (kind === 'image') {
        const { file_size: _, ...picture } = file;
        const words = text ? { text } : {};
        const message = { type: 'picture', ...words, ...picture, thumbnail: media };
        const line = lines.hear(chat, message, { text: text || `[${name}]`, files: [name], ...at });
        return { id: line.token, thread: threadOf(chat) };
      }
      // Only a picture has words beside it: with anything else they are a message of their own.
      const sent = lines.hear(
        chat,
        { type: kind === 'video' ? 'video' : 'file', ...file },
        { text: `[${name}]`, files: [name], ...at },
      );
      const line = text ? lines.hear(chat, { type: 'text', text }, { text, ...at }) : sent;
      return { id: line.token, thread: threadOf(chat) };
    },
    view(persona: Persona) {
      const chat = chatOf(state, persona);
      if (chat.lines.length === 0) return [];
      const messages = chat.lines.map((line) => seen(chat, line));
      return [{ id: threadOf(chat), place, title: bot.name, messages }];
    },
    remember(said) {
      for (const { persona, account, by, id, text, at } of said) {
        if (!persona || account !== bot.id) continue;
        const chat = chatOf(state, persona);
        const isOurs = by === 'company';
        chat.lines.push({ token: id, isOurs, text, at, files: [] });
        if (!isOurs) chat.isSubscribed = true;
      }
    },
    onAnswer(listener) {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
    settled: () => callbacks.settled(),
    close,
  };
}
