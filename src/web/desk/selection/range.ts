/** The ids from one row to another, both with it, in the order of the list; one that is not in the list counts as the other. */
export function rangeOf(rows: readonly { readonly id: string }[], from: string, to: string): readonly string[] {
  const end = rows.findIndex(({ id }) => id === to);
  if (end === -1) return [];
  const begin = rows.findIndex(({ id }) => id === from);
  const [first, last] = begin === -1 ? [end, end] : begin < end ? [begin, end] : [end, begin];
  return rows.slice(first, last + 1).map(({ id }) => id);
}
