/** The subject as a row shows it: not when what was said last begins with it, as a post without a title does. */
export function subjectOf(row: { readonly subject: string | null; readonly preview: string }): string | null {
  const subject = row.subject?.trim() ?? '';
  const words = subject.replace(/(…|\.\.\.)$/, '').trimEnd();
  return words === '' || row.preview.startsWith(words) ? null : subject;
}
