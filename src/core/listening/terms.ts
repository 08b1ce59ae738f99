import { plain } from '../understanding/phrases.ts';
import { compose, cutWords, MARK, NUMBER, SYLLABLES } from '../understanding/words-of.ts';
import { isStopWord } from './terms-stop-words.ts';

/** A post of which it is asked what it says. Near copies by one author are one. */
export interface SaidText {
  readonly text: string;
  /** What makes two of them one: author and what they are alike to. */
  readonly once: string;
}
export interface Term {
  readonly term: string;
  readonly posts: number;
}
export interface Burst extends Term {
  /** In as many posts of before. */
  readonly usual: number;
}

/** Shorter ones say nothing by themselves; a Chinese or Korean word may. */
const SHORTEST = 3;
const SHORTEST_SYLLABLES = 2;
/** A row of Chinese letters is no word; pairs of them are near to one. */
const LONGEST_SYLLABLES = 4;
const FEWEST_POSTS = 3;
/** A word so long begins no other by chance. */
const LONG = 5;
export const TERMS_MOST = 8;
/** A pair of words stands for its words where they hardly stand alone. */
const TOGETHER = 0.8;
/** How many times more than before. */
const BURST_TIMES = 3;
/** A term that was never said counts as said in so many posts of a hundred. */
const NEVER = 0.5;

/** What is said most, the most first. @param without words that everybody says here: the brand's own */
export function mostSaid(texts: readonly SaidText[], without: readonly string[] = []): readonly Term[] {
  const all = countTerms(texts, without);
  const found = [...all.values()].filter(({ posts }) => posts >= FEWEST_POSTS).toSorted(byPosts);
  return withoutParts(found, all)
    .slice(0, TERMS_MOST)
    .map(({ term, posts }) => ({ term, posts }));
}

/** What is said now far more often than before, the most surprising first. */
export function burstingTerms(
  now: readonly SaidText[],
  before: readonly SaidText[],
  without: readonly string[] = [],
): readonly Burst[] {
  const [said, usually] = [countTerms(now, without), countTerms(before, without)];
  const [nowMany, beforeMany] = [onceOf(now), onceOf(before)];
  const bursts = [...said.values()].flatMap((one) => {
    const share = ((usually.get(one.key)?.posts ?? 0) + NEVER) / (beforeMany + 100);
    const usual = share * nowMany;
    const isBurst = one.posts >= FEWEST_POSTS && one.posts >= BURST_TIMES * usual;
    return isBurst ? [{ ...one, usual, surprise: (one.posts - usual) / Math.sqrt(usual + 1) }] : [];
  });
  return withoutParts(
    bursts.toSorted((a, b) => b.surprise - a.surprise || byPosts(a, b)),
    said,
  )
    .slice(0, TERMS_MOST)
    .map(({ term, posts, usual }) => ({ term, posts, usual: Math.round(usual * 10) / 10 }));
}

interface Counted extends Term {
  readonly key: string;
  /** Of a pair: its two words. */
  readonly parts: readonly string[];
}
const byPosts = (a: Counted, b: Counted): number =>
  b.posts - a.posts || b.parts.length - a.parts.length || (a.key < b.key ? -1 : 1);

const onceOf = (texts: readonly SaidText[]): number => new Set(texts.map(({ once }) => once)).size;

function withoutParts<One extends Counted>(found: readonly One[], all: ReadonlyMap<string, Counted>): readonly One[] {
  const covered = new Set<string>();
  const pairs = found.filter(({ parts, posts }) =>
    parts.some((part) => posts >= TOGETHER * (all.get(part)?.posts ?? Number.POSITIVE_INFINITY)),
  );
  for (const { parts, posts } of pairs)
    for (const part of parts) if (posts >= TOGETHER * (all.get(part)?.posts ?? 0)) covered.add(part);
  const kept = new Set<string>(pairs.map(({ key }) => key));
  return found.filter(({ key, parts }) => (parts.length > 0 ? kept.has(key) : !covered.has(key)));
}

function countTerms(texts: readonly SaidText[], without: readonly string[]): ReadonlyMap<string, Counted> {
  const own = without.flatMap((word) => [plain(word.replaceAll(/\s+/g, '')), ...word.split(/\s+/).map(plain)]);
  const terms = new Map<string, { once: Set<string>; shapes: Map<string, number>; parts: readonly string[] }>();
  for (const { text, once } of texts) {
    const seen = new Set<string>();
    for (const { key, shape, parts } of termsOf(text, own)) {
      if (seen.has(key)) continue;
      seen.add(key);
      const term = terms.get(key) ?? { once: new Set(), shapes: new Map(), parts };
      term.once.add(once);
      term.shapes.set(shape, (term.shapes.get(shape) ?? 0) + 1);
      terms.set(key, term);
    }
  }
  return new Map(
    [...terms].map(([key, { once, shapes, parts }]) => {
      const [shape = key] = [...shapes].toSorted(([a, of], [b, than]) => than - of || (a < b ? -1 : 1))[0] ?? [];
      return [key, { key, term: shape, posts: once.size, parts }];
    }),
  );
}

interface Found {
  readonly key: string;
  readonly shape: string;
  readonly parts: readonly string[];
}

/** Whether a text names a term, as it is shown: with other endings, too, where the word is long enough. */
export function wordsNaming(text: string): (term: string) => boolean {
  const said = termsOf(text, []).map(({ key }) => key);
  return (term) => {
    const whole = termsOf(term, []).toSorted((a, b) => b.key.length - a.key.length)[0]?.key;
    return whole !== undefined && said.some((key) => isOwn(key, [whole]));
  };
}

/** Words and pairs of neighbours, without those that every sentence has. */
function termsOf(said: string, own: readonly string[]): readonly Found[] {
  const text = compose(said);
  const cut = cutWords(text);
  const found: Found[] = [];
  let before: Found | null = null;
  for (let at = 0; at < cut.words; at++) {
    const shape = text.slice(cut.from[at], cut.to[at]).toLowerCase();
    const [start, end] = [cut.starts[at] ?? 0, cut.ends[at] ?? 0];
    const isMark = cut.kinds[at] === MARK;
    if (isMark && !isCode(cut.text[start], shape)) continue;
    const key = isMark ? shape : String.fromCharCode(...cut.text.subarray(start, end));
    const isSyllables = cut.kinds[at] === SYLLABLES;
    if (isSyllables && key.length > LONGEST_SYLLABLES && isHan(key)) {
      for (let unit = 0; unit + 1 < key.length; unit++) {
        const pair = key.slice(unit, unit + 2);
        if (!isOwn(pair, own)) found.push({ key: pair, shape: pair, parts: [] });
      }
      before = null;
      continue;
    }
    const isShort = key.length < (isSyllables ? SHORTEST_SYLLABLES : SHORTEST);
    if (isShort || isOwn(key, own) || isStopWord(key)) {
      before = null;
      continue;
    }
    const one: Found = { key, shape, parts: [] };
    found.push(one);
    if (before && before.key !== key)
      found.push({ key: `${before.key} ${key}`, shape: `${before.shape} ${shape}`, parts: [before.key, key] });
    before = one;
  }
  return found;
}

/** With an ending, too: the brand's name in the genitive is the brand. */
const isOwn = (key: string, own: readonly string[]): boolean =>
  own.some((word) => key === word || (word.length >= LONG && key.startsWith(word)));

/** One that many name is no number of an order, but a product (`WH1000XM5`). */
const isCode = (mark: number | undefined, shape: string): boolean => mark === NUMBER && /[a-z]/.test(shape);

const isHan = (key: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(key);
