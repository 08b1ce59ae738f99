/** Splits off the trailing block of lines that begin with ">": what was quoted from earlier mails. */
export function unquote(text: string): { readonly said: string; readonly quoted: string } {
  const lines = text.trimEnd().split('\n');
  let from = lines.length;
  while (from > 0 && /^\s*(>|$)/.test(lines[from - 1] ?? '')) from -= 1;
  if (from === 0 || from === lines.length) return { said: text, quoted: '' };
  // The line above says who wrote it: "On Tuesday, Ana wrote:".
  if (/:\s*$/.test(lines[from - 1] ?? '') && from > 1) from -= 1;
  return { said: lines.slice(0, from).join('\n').trimEnd(), quoted: lines.slice(from).join('\n').trim() };
}
