/** What one check found. `wrong` makes the doctor's exit code 1; `note` is worth knowing and no more. */
export interface Finding {
  readonly state: 'good' | 'note' | 'wrong';
  /** What was looked at, in a word or two. */
  readonly about: string;
  readonly text: string;
  readonly todo?: string;
}

export const good = (about: string, text: string): Finding => ({ state: 'good', about, text });
export const note = (about: string, text: string, todo?: string): Finding => ({
  state: 'note',
  about,
  text,
  ...(todo ? { todo } : {}),
});
export const wrong = (about: string, text: string, todo: string): Finding => ({ state: 'wrong', about, text, todo });

const WORD = { good: 'good ', note: 'note ', wrong: 'WRONG' };

export function show({ state, about, text, todo }: Finding): string {
  const margin = `\n${' '.repeat(24)}`;
  const line = `${WORD[state]}  ${about.padEnd(15)}  ${text.replaceAll('\n', margin)}`;
  return todo ? `${line}${margin}-> ${todo.replaceAll('\n', margin)}\n` : `${line}\n`;
}
