/** A text with what was looked for marked in it. */
export function Words({
  text,
  marks,
  look = 'rounded-[3px] bg-note-soft px-px font-medium text-ink',
}: {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
  /** Classes of what is marked. */
  readonly look?: string;
}) {
  return pieces(text, marks).map(({ words, isMarked, at }) =>
    isMarked ? (
      <mark key={at} className={look}>
        {words}
      </mark>
    ) : (
      <span key={at}>{words}</span>
    ),
  );
}

/** Marks that overlap or lie outside of the text are cut to what is there. */
export function pieces(text: string, marks: readonly (readonly [number, number])[]) {
  const found: { readonly words: string; readonly isMarked: boolean; readonly at: number }[] = [];
  let from = 0;
  for (const [start, end] of marks.toSorted(([a], [b]) => a - b)) {
    const begin = Math.max(start, from);
    const stop = Math.min(end, text.length);
    if (begin >= stop) continue;
    if (begin > from) found.push({ words: text.slice(from, begin), isMarked: false, at: from });
    found.push({ words: text.slice(begin, stop), isMarked: true, at: begin });
    from = stop;
  }
  if (from < text.length) found.push({ words: text.slice(from), isMarked: false, at: from });
  return found;
}
