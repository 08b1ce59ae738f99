import { foldName } from '../../core/text/fold-name.ts';

/** Whether all words of what was typed are somewhere in a text, whatever the case and the accents. */
export function within(text: string, typed: string): boolean {
  const place = foldName(text);
  return foldName(typed)
    .split(/\s+/)
    .every((word) => place.includes(word));
}
