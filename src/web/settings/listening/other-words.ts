import type { HeardWord } from '../../../core/listening/hear.ts';

const MOST = 14;

/** The words of a post that tell something, once each, but for those that were heard, addresses and handles. */
export function otherWords(
  text: string,
  language: string | null,
  because: readonly Pick<HeardWord, 'from' | 'to'>[],
): readonly string[] {
  const bare = text.replace(/https?:\/\/\S+|[#@]\S+/gu, (found) => ' '.repeat(found.length));
  const found = new Set<string>();
  for (const { segment, index, isWordLike } of segmenterOf(language).segment(bare)) {
    const isHeard = because.some(({ from, to }) => index < to && index + segment.length > from);
    const least = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(segment) ? 2 : 4;
    if (isWordLike && !isHeard && [...segment].length >= least && /\p{L}/u.test(segment))
      found.add(segment.toLowerCase());
  }
  return [...found].slice(0, MOST);
}

function segmenterOf(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
