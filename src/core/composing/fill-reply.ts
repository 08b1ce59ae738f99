/** A variable, with what stands in its place where nothing is known: {{contact.first_name}}, {{contact.first_name|there}}. */
const VARIABLE = /\{\{\s*([^{}|\s][^{}|]{0,99}?)\s*(?:\|([^{}]{0,200}))?\}\}/gu;
const FIRST = new RegExp(VARIABLE.source, 'u');

export interface Filled {
  readonly text: string;
  /** Variables that nothing is known for: they stand in the text as they were written, for a person to fill. */
  readonly missing: readonly string[];
}

/** Puts what is known into the words. Nothing that a customer wrote is read as a variable again. */
export function fillReply(text: string, known: ReadonlyMap<string, string>): Filled {
  const byName = new Map([...known].map(([name, value]) => [nameOf(name), value]));
  const missing: string[] = [];
  const filled = text.replace(VARIABLE, (whole, name: string, otherwise: string | undefined) => {
    const value = byName.get(nameOf(name))?.trim();
    if (value) return value.replace(/\{\{/g, '{\u200b{');
    if (otherwise !== undefined) return otherwise.trim();
    if (!missing.includes(name)) missing.push(name);
    return whole;
  });
  return { text: filled, missing };
}

/** The words of a saved reply for a list, where nobody reads them for the names of variables. */
export function withoutVariables(text: string): string {
  return text.replace(VARIABLE, (_, _name, otherwise: string | undefined) => otherwise?.trim() || '…');
}

/** The first gap that is left in a text: where it begins and ends. */
export function firstGap(text: string): readonly [number, number] | null {
  const found = FIRST.exec(text);
  return found ? [found.index, found.index + found[0].length] : null;
}

const nameOf = (name: string) => name.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
