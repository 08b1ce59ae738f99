/** Whether all words of what was typed are somewhere in a text, whatever the case and the accents. */
export function within(text: string, typed: string): boolean {
  const place = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => place.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
