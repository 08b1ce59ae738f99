/** One word of an IMAP command: an atom or a string, bytes of a literal, or a list in parentheses. */
export type Word = string | Buffer | readonly Word[];

/** Splits a command into words. `literals` stand in the text as `{n}` in their order. */
export function wordsOf(text: string, literals: readonly Buffer[]): Word[] {
  const lists: Word[][] = [[]];
  let at = 0;
  let literal = 0;
  const push = (word: Word) => lists.at(-1)?.push(word);
  while (at < text.length) {
    const sign = text[at];
    if (sign === ' ') at++;
    else if (sign === '(') {
      lists.push([]);
      at++;
    } else if (sign === ')') {
      const list = lists.pop() ?? [];
      if (lists.length === 0) lists.push([]);
      push(list);
      at++;
    } else if (sign === '"') {
      let value = '';
      for (at++; at < text.length && text[at] !== '"'; at++) {
        if (text[at] === '\\') at++;
        value += text[at] ?? '';
      }
      push(value);
      at++;
    } else if (sign === '{') {
      push(literals[literal++] ?? Buffer.alloc(0));
      at = text.indexOf('}', at) + 1 || text.length;
    } else {
      const atom = /^[^\s()"[]+(?:\[[^\]]*\])?(?:<[\d.]+>)?|^\[/.exec(text.slice(at))?.[0] ?? sign ?? '';
      push(atom);
      at += atom.length;
    }
  }
  return lists[0] ?? [];
}

export const textOf = (word: Word | undefined): string =>
  typeof word === 'string' ? word : word instanceof Buffer ? word.toString('utf8') : '';

/** Turns a stream of bytes into commands: a line, with the literals it announces. */
export class CommandReader {
  #pending: Buffer = Buffer.alloc(0);
  #text = '';
  #literals: Buffer[] = [];
  #awaited = -1;
  readonly #goOn: () => void;

  constructor(goOn: () => void) {
    this.#goOn = goOn;
  }

  *read(chunk: Buffer): Generator<{ readonly text: string; readonly literals: readonly Buffer[] }> {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    for (;;) {
      if (this.#awaited >= 0) {
        if (this.#pending.length < this.#awaited) return;
        this.#literals.push(Buffer.from(this.#pending.subarray(0, this.#awaited)));
        this.#pending = this.#pending.subarray(this.#awaited);
        this.#awaited = -1;
      }
      const end = this.#pending.indexOf('\r\n');
      if (end < 0) return;
      const line = this.#pending.toString('utf8', 0, end);
      this.#text += line;
      this.#pending = this.#pending.subarray(end + 2);
      const announced = /\{(\d+)(\+?)\}$/.exec(line);
      if (announced) {
        this.#awaited = Number(announced[1]);
        if (!announced[2]) this.#goOn();
        continue;
      }
      const command = { text: this.#text, literals: this.#literals };
      this.#text = '';
      this.#literals = [];
      yield command;
    }
  }
}
