/**
 * The order that somebody asked for: what they named comes first, each once and as far as it is there; what was made
 * meanwhile stays behind. Null: it is the order of before.
 */
export function namedFirst(before: readonly string[], ids: readonly string[]): readonly string[] | null {
  const named = [...new Set(ids)].filter((id) => before.includes(id));
  const after = [...named, ...before.filter((id) => !named.includes(id))];
  return after.every((id, at) => before[at] === id) ? null : after;
}
