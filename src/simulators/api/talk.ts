import type { Answer, Persona, Place, SeenMessage, SeenThread, SimulatedNetwork } from '../network.ts';

interface Line {
  readonly persona: string;
  readonly messages: SeenMessage[];
}
interface TalkOptions {
  readonly now: () => Date;
  readonly deliver: (event: object) => void;
  readonly keepFile: (name: string, file: { readonly mimeType: string; readonly bytes: Uint8Array }) => string;
}
type Side = Pick<SimulatedNetwork, 'places' | 'say' | 'edit' | 'remove' | 'view' | 'remember' | 'onAnswer'>;
export interface Talk {
  readonly side: Side;
  /** Why this answer cannot be taken, in words; null: it can. */
  problemOf(call: Readonly<Record<string, unknown>>): string | null;
  /** Takes an answer of the company, once; its id here. */
  take(call: Readonly<Record<string, unknown>>): string;
  find(actId: string): string | undefined;
}

const TEXT_LIMIT = 10_000;

/** What is said between the persons and the company, one line for each person. */
export function createTalk({ now, deliver, keepFile }: TalkOptions): Talk {
  const lines = new Map<string, Line>();
  const taken = new Map<string, string>();
  const listeners = new Set<(answer: Answer) => void>();
  let counter = 0;
  const nextId = () => `src-${++counter}`;
  const placeOf = (persona: Pick<Persona, 'id'>): Place => ({
    id: `line-${persona.id}`,
    kind: 'direct',
    isPublic: false,
    label: 'A private line',
  });
  const lineOf = (persona: string): Line => {
    const line = lines.get(`line-${persona}`) ?? { persona, messages: [] };
    lines.set(`line-${persona}`, line);
    return line;
  };
  function change(id: string, how: (message: SeenMessage) => SeenMessage): void {
    for (const { messages } of lines.values()) {
      const at = messages.findIndex((one) => one.id === id);
      const found = messages[at];
      if (found) messages[at] = how(found);
    }
  }
  const filesOf = (call: Readonly<Record<string, unknown>>) =>
    Array.isArray(call.attachments) ? (call.attachments as readonly Record<string, unknown>[]) : [];

  return {
    side: {
      places: (persona) => [placeOf(persona)],
      async say(persona, said) {
        const at = said.at ?? now();
        const id = nextId();
        const { attachment: file } = said;
        lineOf(persona.id).messages.push({
          id,
          by: 'me',
          name: persona.name,
          text: said.text,
          at,
          ...(file ? { files: [file.name] } : {}),
        });
        deliver({
          type: 'message',
          id,
          person: { id: `p-${persona.id}`, name: persona.name, handle: persona.handle },
          thread: { id: `line-${persona.id}` },
          text: said.text,
          sent_at: at.toISOString(),
          ...(said.inReplyTo ? { in_reply_to: said.inReplyTo } : {}),
          ...(file
            ? { attachments: [{ url: keepFile(file.name, file), name: file.name, mime_type: file.mimeType }] }
            : {}),
        });
        return { id, thread: `line-${persona.id}` };
      },
      async edit(_persona, id, text) {
        change(id, (message) => ({ ...message, text }));
        deliver({ type: 'edit', id, text, at: now().toISOString() });
      },
      async remove(_persona, id) {
        change(id, (message) => ({ ...message, isDeleted: true }));
        deliver({ type: 'deletion', id, at: now().toISOString() });
      },
      view: (persona): readonly SeenThread[] => [
        { id: `line-${persona.id}`, place: placeOf(persona), title: 'API', messages: [...lineOf(persona.id).messages] },
      ],
      remember(said) {
        for (const one of said)
          if (one.persona)
            lineOf(one.persona.id).messages.push({
              id: one.id,
              by: one.by === 'person' ? 'me' : 'company',
              name: one.by === 'person' ? one.persona.name : 'The company',
              text: one.text,
              at: one.at,
            });
      },
      onAnswer(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    problemOf(call) {
      const { thread, text } = call as { thread?: { id?: unknown }; text?: unknown };
      if (!lines.has(String(thread?.id))) return 'there is no such thread';
      if (typeof text !== 'string' || text.length > TEXT_LIMIT) return 'the text is missing or too long';
      const isOdd = filesOf(call).some(
        ({ data_base64: data, size_bytes: size }) =>
          typeof data !== 'string' || Buffer.from(data, 'base64').length !== size,
      );
      return isOdd ? 'a file is not as long as it says' : null;
    },
    take(call) {
      const actId = String(call.id);
      const earlier = taken.get(actId);
      if (earlier) return earlier;
      const id = nextId();
      taken.set(actId, id);
      const thread = String((call.thread as { id: unknown }).id);
      const line = lines.get(thread);
      const message: SeenMessage = {
        id,
        by: 'company',
        name: 'The company',
        text: String(call.text),
        at: now(),
        files: filesOf(call).map(({ name }) => String(name)),
      };
      line?.messages.push(message);
      for (const listener of listeners) listener({ persona: line?.persona ?? '', thread, message, isPublic: false });
      return id;
    },
    find: (actId) => taken.get(actId),
  };
}
