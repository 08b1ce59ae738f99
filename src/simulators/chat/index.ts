import type { Outgoing } from '../../core/channel/outgoing.ts';
import type { Answer, Faults, Persona, Place, Remembered, Said, SeenMessage, SimulatedNetwork } from '../network.ts';
import { noFaults } from '../network.ts';
import { seeded } from '../personas/random.ts';

export interface ChatSimulator {
  readonly network: SimulatedNetwork;
  /** What the door wrote into the ledger since the last call. */
  take(): readonly Uint8Array[];
  /** What was accepted shows in the window of whom it concerns. */
  show(act: Outgoing): void;
  close(): Promise<void>;
}

/** Visitors of a website with our chat in it: one window each, and the ledger entries that the door makes of what they do. */
export async function startChat({
  seed,
  now,
}: {
  readonly seed: number;
  readonly now: () => Date;
}): Promise<ChatSimulator> {
  const faults: Faults = noFaults();
  const random = seeded(seed);
  const windows = new Map<string, { readonly persona: Persona; messages: SeenMessage[] }>();
  const listeners = new Set<(answer: Answer) => void>();
  let entries: Uint8Array[] = [];
  let counter = 0;

  const idOf = ({ id }: Persona) => `visitor-${id}`;
  const placeOf = (persona: Persona): Place => ({
    id: idOf(persona),
    kind: 'direct',
    isPublic: false,
    label: 'The chat window',
  });
  const windowOf = (persona: Persona) => {
    const found = windows.get(idOf(persona)) ?? { persona, messages: [] };
    windows.set(idOf(persona), found);
    return found;
  };

  async function say(persona: Persona, said: Said) {
    const id = `${idOf(persona)}/${++counter}`;
    const at = said.at ?? now();
    const { attachment: file } = said;
    windowOf(persona).messages.push({ id, by: 'me', name: persona.name, text: said.text, at });
    const entry = Buffer.from(
      JSON.stringify({
        type: 'message',
        id,
        visitor: { id: idOf(persona), name: persona.name, email: persona.email },
        text: said.text,
        files: file
          ? [{ name: file.name, mime_type: file.mimeType, data_base64: Buffer.from(file.bytes).toString('base64') }]
          : [],
        at: at.toISOString(),
      }),
    );
    if (!faults.isSilent && random() >= faults.drop) entries.push(entry);
    if (random() < faults.duplicate) entries.push(entry);
    return { id, thread: idOf(persona) };
  }

  function show(act: Outgoing): void {
    if (act.kind === 'reply') {
      const open = windows.get(act.thread.id);
      if (!open) throw new Error('There is no such window.');
      const { text, attachments } = act.content;
      const files = attachments.map(({ name }) => name);
      const message: SeenMessage = { id: act.id, by: 'company', name: 'The company', text, at: now(), files };
      open.messages.push(message);
      for (const listener of listeners)
        listener({ persona: open.persona.id, thread: act.thread.id, message, isPublic: false });
      return;
    }
    if (act.kind !== 'edit' && act.kind !== 'delete') return;
    for (const open of windows.values())
      open.messages = open.messages.map((one) => {
        if (one.id !== act.target.id) return one;
        return act.kind === 'edit' ? { ...one, text: act.content.text } : { ...one, isDeleted: true };
      });
  }

  function remember(said: readonly Remembered[]): void {
    for (const { persona, by, ...one } of said)
      if (persona)
        windowOf(persona).messages.push({
          id: one.id,
          by: by === 'person' ? 'me' : 'company',
          name: by === 'person' ? persona.name : 'The company',
          text: one.text,
          at: one.at,
        });
  }

  const close = async () => undefined;
  return {
    network: {
      channel: 'chat',
      name: 'Web chat',
      faults,
      places: (persona) => [placeOf(persona)],
      say,
      view: (persona) => [
        { id: idOf(persona), place: placeOf(persona), title: 'Chat', messages: [...windowOf(persona).messages] },
      ],
      remember,
      onAnswer(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      settled: async () => undefined,
      close,
    },
    take() {
      const taken = entries;
      entries = [];
      return taken;
    },
    show,
    close,
  };
}
