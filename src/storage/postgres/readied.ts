/** Asked for this many times, a statement is kept ready. */
const OFTEN = 5;
/** Statements that are kept ready on each connection, each in the server's memory. */
const MOST = 250;
/** Texts that are counted and not often enough; a list with a filter of its own is a text of its own. */
const MOST_COUNTED = 1000;

/**
 * Which statements a database keeps ready on each connection: those that are asked often. Reading and planning them anew
 * is much of what few messages cost.
 */
export function createReadied() {
  const names = new Map<string, string>();
  const asked = new Map<string, number>();
  let made = 0;
  return {
    /** The name under which this text is kept; null: it is asked for plainly. */
    nameOf: (text: string): string | null => {
      const known = names.get(text);
      if (known !== undefined) return known;
      if (names.size >= MOST) return null;
      const times = (asked.get(text) ?? 0) + 1;
      if (times < OFTEN) {
        if (asked.size >= MOST_COUNTED) asked.clear();
        asked.set(text, times);
        return null;
      }
      asked.delete(text);
      made += 1;
      const name = `earshot_${made}`;
      names.set(text, name);
      return name;
    },
    /** What it gives has other columns by now: it is made ready anew under another name. */
    forget: (text: string): void => void names.delete(text),
  };
}
