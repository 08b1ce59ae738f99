import { type CutPost, cutPost, type PostWord } from './cut-post.ts';
import { HANGUL, SPACELESS } from './fold-letter.ts';

/** A word or several that follow each other, as a list has them. One that ends in `*` stands for all that begin so. */
export interface Said {
  readonly said: string;
  readonly words: readonly { readonly text: string; readonly isStem: boolean; readonly isInside: boolean }[];
  /** `#giveaway`, `@somebody`: a name and nothing else. */
  readonly name: { readonly sort: '#' | '@' | '.'; readonly text: string; readonly isStem: boolean } | null;
}
export interface FoundSaid {
  readonly said: string;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

const STAR = '*';
const HANGUL_LEAST = 2;
/** So many places of a list are looked for: more say nothing more. */
const FOUND_MOST = 60;

/** @returns null where there is no letter in it. */
export function compileSaid(said: string): Said | null {
  const cut = cutPost(said.trim().split(STAR).join(' '));
  const parts = said.trim().split(/\s+/);
  const [name] = cut.names;
  if (name && parts.length === 1)
    return {
      said,
      words: [],
      name: { sort: name.sort, text: name.bare, isStem: said.trim().endsWith(STAR) },
    };
  const words = parts.flatMap((part) => {
    const inside = cutPost(part.split(STAR).join(' ')).words;
    return inside.map(({ text, kind }, nth) => ({
      text,
      isStem: nth === inside.length - 1 && (part.endsWith(STAR) || (kind === HANGUL && text.length >= HANGUL_LEAST)),
      isInside: kind === SPACELESS,
    }));
  });
  return words.length > 0 ? { said, words, name: null } : null;
}

export const compileList = (list: readonly string[]): readonly Said[] =>
  [...new Set(list)].flatMap((said) => compileSaid(said) ?? []);

/** Everything of the list that stands in the post; `isEnough`: the first one only. */
export function findSaid(post: CutPost, list: readonly Said[], isEnough = false): readonly FoundSaid[] {
  const found: FoundSaid[] = [];
  for (const one of list) {
    if (one.name) findName(post, one, found);
    else findWords(post, one, found);
    if (found.length >= (isEnough ? 1 : FOUND_MOST)) break;
  }
  return found;
}

function findName(post: CutPost, { said, name }: Said, found: FoundSaid[]): void {
  for (const { sort, bare, from, to } of post.names) {
    if (!name || sort !== name.sort) continue;
    if (bare === name.text || (name.isStem && bare.startsWith(name.text)))
      found.push({ said, from, to, first: -1, last: -1 });
  }
}

function findWords(post: CutPost, { said, words }: Said, found: FoundSaid[]): void {
  const [first] = words;
  if (!first) return;
  if (first.isInside && words.length === 1) {
    findInside(post, said, first.text, found);
    return;
  }
  for (const word of post.byFirst.get(first.text[0] ?? '') ?? []) {
    if (found.length >= FOUND_MOST) return;
    if (!fits(word, first)) continue;
    let [place, at] = [word.nth, 1];
    while (at < words.length && post.words[place + 1] && fits(post.words[place + 1] as PostWord, words[at] as Part)) {
      place++;
      at++;
    }
    if (at === words.length)
      found.push({ said, from: word.from, to: post.words[place]?.to ?? word.to, first: word.nth, last: place });
  }
}

type Part = Said['words'][number];
const fits = ({ text, squeezed }: PostWord, part: Part): boolean =>
  part.isStem
    ? text.startsWith(part.text) || squeezed.startsWith(part.text)
    : text === part.text || squeezed === part.text;

/** Writing without spaces: anywhere within a run. */
function findInside(post: CutPost, said: string, text: string, found: FoundSaid[]): void {
  for (const word of post.words) {
    if (word.kind !== SPACELESS) continue;
    const at = word.text.indexOf(text);
    if (at >= 0) found.push({ said, ...spanIn(word, at, text.length), first: word.nth, last: word.nth });
  }
}

/** Where a part of a word stands in the raw text; the whole word where folding changed its length. */
export function spanIn(word: PostWord, at: number, length: number): { readonly from: number; readonly to: number } {
  const isSame = word.to - word.from === word.text.length;
  return isSame ? { from: word.from + at, to: word.from + at + length } : { from: word.from, to: word.to };
}
