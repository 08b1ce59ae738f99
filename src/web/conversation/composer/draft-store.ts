import type { Draft } from '../../../wire/composing.ts';
import type { Uploaded } from '../../api/acts.ts';
import type { KeptDraft } from '../../api/composing.ts';

export type DraftKind = Draft['kind'];
/** A file of the draft, and what it shows. */
export type DraftFile = Uploaded & { readonly alt?: string | undefined };
export interface Words {
  readonly text: string;
  readonly files: readonly DraftFile[];
  /** The key of the way that they were written for. */
  readonly way: string | null;
}
/** `kept`: on the server; `waiting`: only in this browser so far; `refused`: the server does not take it. */
export type Keeping = 'kept' | 'waiting' | 'refused';
export interface Entry extends Words {
  /** The server's count of it that these words were written on; 0: it has none. */
  readonly version: number;
  readonly keeping: Keeping;
  /** What another device kept meanwhile; nothing more is saved until somebody chooses. */
  readonly moved: Draft | null;
}

interface Server {
  read(conversationId: string): Promise<readonly Draft[]>;
  save(conversationId: string, draft: KeptDraft): Promise<Draft>;
  /** What the refusal of an old version holds, null for any other failure. `isLost`: the server was not reached. */
  explain(error: unknown): { readonly moved?: Draft | null; readonly isLost: boolean };
}
/** Where unsaved words wait. Only what the server has not got yet is there. */
interface Shelf {
  get(key: string): string | null;
  put(key: string, value: string): void;
  remove(key: string): void;
}

const REST_MS = 600;
const TRY_AGAIN_MS = 4_000;
const NOTHING: Entry = { text: '', files: [], way: null, version: 0, keeping: 'kept', moved: null };

/** What is being written, kept first in this browser and then on the server, where every device of the same person finds it. */
export function createDraftStore(server: Server, shelf: Shelf) {
  const entries = new Map<string, Entry>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const saving = new Map<string, Promise<void>>();
  const listeners = new Set<() => void>();

  const keyOf = (id: string, kind: DraftKind) => `${id}.${kind}`;
  const entry = (key: string): Entry => {
    const held = entries.get(key);
    if (held) return held;
    const begun = readShelf(shelf.get(key));
    if (begun) {
      entries.set(key, begun);
      return begun;
    }
    return NOTHING;
  };
  function set(key: string, next: Partial<Entry>): void {
    entries.set(key, { ...entry(key), ...next });
    for (const listener of listeners) listener();
  }

  function change(id: string, kind: DraftKind, words: Partial<Words>): void {
    const key = keyOf(id, kind);
    set(key, { ...words, keeping: 'waiting' });
    const { text, files, way, version } = entry(key);
    shelf.put(key, JSON.stringify({ text, files, way, version }));
    later(id, kind, REST_MS);
  }

  function later(id: string, kind: DraftKind, ms: number): void {
    const key = keyOf(id, kind);
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void save(id, kind), ms),
    );
  }

  function save(id: string, kind: DraftKind): Promise<void> {
    const key = keyOf(id, kind);
    clearTimeout(timers.get(key));
    timers.delete(key);
    const under = saving.get(key);
    if (under) return under.then(() => save(id, kind));
    if (entry(key).keeping !== 'waiting' || entry(key).moved) return Promise.resolve();
    const work = saveOnce(id, kind).finally(() => saving.delete(key));
    saving.set(key, work);
    return work;
  }

  async function saveOnce(id: string, kind: DraftKind): Promise<void> {
    const key = keyOf(id, kind);
    const sent = entry(key);
    // Nothing, where the server never had anything.
    if (sent.version === 0 && isEmpty(sent)) {
      set(key, { keeping: 'kept' });
      shelf.remove(key);
      return;
    }
    try {
      const attachments = sent.files.map((file) => file.id);
      const alts = altsOf(sent.files);
      const { text, way, version: onVersion } = sent;
      const saved = await server.save(id, { kind, way, subject: null, text, attachments, alts, onVersion });
      settle(key, sent, saved.version);
    } catch (error) {
      const { moved, isLost } = server.explain(error);
      if (moved === undefined) {
        set(key, { keeping: isLost ? 'waiting' : 'refused' });
        if (isLost) later(id, kind, TRY_AGAIN_MS);
      } else {
        meet(key, moved);
        if (!entry(key).moved && entry(key).keeping === 'waiting') later(id, kind, 0);
      }
      return;
    }
    if (entry(key).keeping === 'waiting') later(id, kind, REST_MS);
  }

  function settle(key: string, sent: Words, version: number): void {
    const isSame = sameWords(entry(key), sent) && entry(key).way === sent.way;
    set(key, { version, keeping: isSame ? 'kept' : 'waiting' });
    if (isSame) shelf.remove(key);
  }

  /** The server has something else than these words were written on. */
  function meet(key: string, theirs: Draft | null): void {
    const mine = entry(key);
    // Emptied elsewhere (it was sent, or dropped), or nothing new: what is typed here goes on from there.
    if (!theirs || isEmpty(wordsOf(theirs))) set(key, { version: theirs?.version ?? 0 });
    else if (sameWords(mine, wordsOf(theirs))) settle(key, wordsOf(theirs), theirs.version);
    else set(key, { moved: theirs });
  }

  /** Takes what the server has, where nothing is waiting to be saved. */
  function adopt(id: string, drafts: readonly Draft[]): void {
    for (const theirs of drafts) {
      const key = keyOf(id, theirs.kind);
      const mine = entry(key);
      if (theirs.version === mine.version || saving.has(key)) continue;
      if (mine.keeping === 'kept') set(key, { ...wordsOf(theirs), version: theirs.version, moved: null });
      else {
        meet(key, theirs);
        if (!entry(key).moved) later(id, theirs.kind, REST_MS);
      }
    }
  }

  /** Reads what other devices kept; silent when the server is away. */
  async function load(id: string): Promise<void> {
    for (const kind of ['reply', 'note'] as const)
      if (entry(keyOf(id, kind)).keeping === 'waiting') later(id, kind, REST_MS);
    try {
      adopt(id, await server.read(id));
    } catch {
      // What is here is shown; the next look, or the next saving, finds out.
    }
  }

  function drop(key: string): void {
    clearTimeout(timers.get(key));
    timers.delete(key);
    set(key, { text: '', files: [], way: null, keeping: 'kept' });
    shelf.remove(key);
  }

  return {
    get: (id: string, kind: DraftKind) => entry(keyOf(id, kind)),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change,
    load,
    /** Something was saved, here or elsewhere: what this device saved itself is no news to it. */
    async hear(id: string, kind: DraftKind, version: number): Promise<void> {
      const key = keyOf(id, kind);
      await saving.get(key);
      if (entry(key).version < version) await load(id);
    },
    /** Saves at once what rests; for leaving. */
    flush: (id: string) => Promise.all([save(id, 'reply'), save(id, 'note')]),
    /** The words are on their way as a message: they are no draft while that is so. Resolves when no saving is under way. */
    async spend(id: string, kind: DraftKind): Promise<void> {
      const key = keyOf(id, kind);
      drop(key);
      await saving.get(key);
      // The saving saw other words than it was made for, and would be made again.
      if (isEmpty(entry(key))) drop(key);
    },
    /** Words that could not be sent are here again, above what was typed since. */
    giveBack(id: string, kind: DraftKind, words: Words): void {
      change(id, kind, { ...joined(words, entry(keyOf(id, kind))), way: words.way });
    },
    /** Of two devices' words, these are wanted. */
    choose(id: string, kind: DraftKind, wish: 'mine' | 'theirs' | 'both'): void {
      const key = keyOf(id, kind);
      const { moved } = entry(key);
      if (!moved) return;
      set(key, { version: moved.version, moved: null });
      if (wish === 'theirs') {
        set(key, { ...wordsOf(moved), keeping: 'kept' });
        shelf.remove(key);
      } else if (wish === 'mine') change(id, kind, {});
      else change(id, kind, joined(wordsOf(moved), entry(key)));
    },
    /** The line is back: what waits is saved. */
    wake(): void {
      for (const [key, held] of entries) {
        const [id, kind] = key.split('.');
        if (held.keeping === 'waiting' && id && (kind === 'reply' || kind === 'note')) later(id, kind, 0);
      }
    },
  };
}

export const altsOf = (files: readonly DraftFile[]): Record<string, string> =>
  Object.fromEntries(files.flatMap(({ id, alt }) => (alt?.trim() ? [[id, alt.trim()]] : [])));

const wordsOf = ({ text, attachments, way }: Draft): Words => ({ text, files: attachments, way });
export const isEmpty = ({ text, files }: Words) => text === '' && files.length === 0;
const joined = (first: Words, then: Words) => ({
  text: [first.text, then.text].filter(Boolean).join('\n\n'),
  files: [...first.files, ...then.files.filter(({ id }) => first.files.every((file) => file.id !== id))],
});

function sameWords(a: Words, b: Words): boolean {
  const files = (words: Words) => words.files.map(({ id, alt }) => `${id} ${alt ?? ''}`).join();
  return a.text === b.text && files(a) === files(b);
}

function readShelf(value: string | null): Entry | null {
  if (!value) return null;
  try {
    const { text, files, way = null, version } = JSON.parse(value) as Partial<Entry>;
    if (typeof text !== 'string' || !Array.isArray(files) || typeof version !== 'number') return null;
    return { text, files, way, version, keeping: 'waiting', moved: null };
  } catch {
    return null;
  }
}
