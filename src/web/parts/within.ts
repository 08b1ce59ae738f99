import { foldName } from '../../core/text/fold-name.ts';

/** Whether all words of what was typed are somewhere in a text, whatever the case and the accents. */
export function within(text: string, typed: string): boolean {
  const place = bare(text);
  return bare(typed)
    .split(/\s+/)
    .every((word) => place.includes(word));
}

/** Without the marks of any script; folding takes those of letters that Europe writes. */
const bare = (text: string) => foldName(text).normalize('NFD').replace(/\p{M}/gu, '');
