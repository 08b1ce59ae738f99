/** What a sign in the text asks for: a saved reply, a macro, a colleague. */
export interface Trigger {
  readonly kind: 'reply' | 'macro' | 'mention';
  /** Where the sign stands. */
  readonly start: number;
  /** What was typed after it. */
  readonly words: string;
}

const KINDS = { '/': 'reply', '\\': 'macro', '@': 'mention' } as const;
/** At the beginning of a word only: an address has slashes in it, a mail an @. */
const SIGN = /(?:^|[\s(])([/\\@])([\p{L}\p{M}\p{N}_.-]{0,40})$/u;

/** What is being asked for where the caret stands, or null. Colleagues are called in notes, the rest is for answers. */
export function triggerAt(text: string, caret: number, isNote: boolean): Trigger | null {
  const found = SIGN.exec(text.slice(0, caret));
  const sign = found?.[1];
  if (!found || (sign !== '/' && sign !== '\\' && sign !== '@')) return null;
  const kind = KINDS[sign];
  if ((kind === 'mention') !== isNote) return null;
  const words = found[2] ?? '';
  return { kind, start: caret - words.length - 1, words };
}

/** Which colleagues and teams a note calls: those whose whole name stands in it after an @. */
export function mentionsIn(text: string, names: readonly { readonly id: string; readonly name: string }[]): string[] {
  const folded = text.toLowerCase();
  return names
    .filter(({ name }) => {
      const call = `@${name.toLowerCase()}`;
      for (let at = folded.indexOf(call); at >= 0; at = folded.indexOf(call, at + 1))
        if (!/^[\p{L}\p{N}_]/u.test(folded.slice(at + call.length))) return true;
      return false;
    })
    .map(({ id }) => id);
}
