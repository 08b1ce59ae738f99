import type { BrandWord } from './brand-word.ts';
import { type CutPost, HARD, HYPHEN, type PostName, type PostWord } from './cut-post.ts';
import { isEnding, isReplaced, mayFollowHangul, stemOf } from './endings.ts';
import { HANGUL, LETTER, SPACELESS } from './fold-letter.ts';
import type { HeardWord } from './hear.ts';
import type { Form } from './listening-rule.ts';
import { isMisspelt } from './misspelt.ts';
import { isHandleOf, isTagTail } from './name-tails.ts';
import { isOrdinary } from './ordinary.ts';
import { spanIn } from './said.ts';

const JOINED_LEAST = 4;
const SPLIT_LEAST = 7;
const PIECE_LEAST = 3;
const GROWN_LEAST = 3;
const TAIL_LEAST = 4;

/** More places say nothing more, and a post that is nothing but a name must cost no more than others. */
const FOUND_MOST = 24;

interface Look {
  readonly post: CutPost;
  readonly language: string | null;
  readonly forms: ReadonlySet<Form>;
  readonly found: HeardWord[];
}

/** Where a post says one of the brand words, each place once. */
export function findBrand(
  post: CutPost,
  brands: readonly BrandWord[],
  forms: ReadonlySet<Form>,
  language: string | null,
): readonly HeardWord[] {
  const found: HeardWord[] = [];
  const look: Look = { post, language, forms, found };
  for (const brand of brands) {
    for (const name of post.names) {
      if (isEnough(look)) break;
      inName(look, brand, name);
    }
    inWords(look, brand);
  }
  if (forms.has('misspelt')) for (const brand of brands) misspeltWords(look, brand);
  return found;
}

const isEnough = ({ found }: Look): boolean => found.length >= FOUND_MOST;

function keep({ found }: Look, { word }: BrandWord, form: Form, from: number, to: number): void {
  if (!found.some((one) => one.from < to && from < one.to)) found.push({ kind: 'brand', form, word, from, to });
}

function inName(look: Look, brand: BrandWord, { sort, text, bare, from, to }: PostName): void {
  const { forms, language } = look;
  if (sort === '.') {
    if (brand.site === text && forms.has('plain')) keep(look, brand, 'plain', from, to);
    return;
  }
  if (sort === '@') {
    const isOurs = forms.has('handle') && bare.includes(brand.joined) && isHandleOf(text, brand.joined);
    if (isOurs) keep(look, brand, 'handle', from, to);
    return;
  }
  if (!forms.has('hashtag')) return;
  const rest = text.startsWith(brand.joined) ? text.slice(brand.joined.length) : null;
  if (rest === '' || (rest !== null && isTagRest(rest, brand, language))) keep(look, brand, 'hashtag', from, to);
}

function isTagRest(rest: string, { kind, joined }: BrandWord, language: string | null): boolean {
  if (kind === HANGUL) return mayFollowHangul(joined, rest);
  if (kind === SPACELESS) return true;
  return joined.length >= TAIL_LEAST && (isTagTail(rest) || isEnding(rest, language));
}

function inWords(look: Look, brand: BrandWord): void {
  const { post } = look;
  const [first] = brand.words;
  if (!first) return;
  if (brand.kind === SPACELESS) {
    insideRuns(look, brand);
    return;
  }
  for (const word of post.byFirst.get(first.text[0] ?? '') ?? []) {
    if (isEnough(look)) return;
    const last = sequence(look, brand, word) ?? oneWord(look, brand, word);
    if (last) keepWords(look, brand, word, last, 'plain');
  }
}

/** The part of a hashtag is marked as the whole of it, and only a rule that wants hashtags hears it. */
function keepWords(look: Look, brand: BrandWord, first: PostWord, last: PostWord, form: Form): void {
  const { forms } = look;
  if (first.tag) {
    if (forms.has('hashtag')) keep(look, brand, form === 'plain' ? 'hashtag' : form, first.tag.from, first.tag.to);
    return;
  }
  if (!forms.has(form)) return;
  const isGrownHangul = last.kind === HANGUL && first === last && last.text.startsWith(brand.joined);
  const { to } = isGrownHangul ? spanIn(last, 0, brand.joined.length) : last;
  keep(look, brand, form, first.from, to);
}

/** `kettle co`, with its ending: the last word of it, or null. */
function sequence({ post, language }: Look, brand: BrandWord, first: PostWord): PostWord | null {
  const { words } = brand;
  for (let nth = 0; nth < words.length; nth++) {
    const word = post.words[first.nth + nth];
    const part = words[nth];
    if (!word || !part || word.tag !== first.tag || (nth > 0 && word.gap === HARD)) return null;
    if (part.before !== '' && word.before !== part.before) return null;
    if (part.after !== '' && word.after !== part.after) return null;
    const isLast = nth === words.length - 1;
    if (!isLast && word.text !== part.text) return null;
    if (isLast && !isWordOf(word, part.text, language, words.length > 1)) return null;
    if (isLast) return isPartOfAnother(post, word, part.text, words.length, language) ? null : word;
  }
  return null;
}

/** `kettle co-workers`: a short last word that belongs to the next one. */
function isPartOfAnother(post: CutPost, word: PostWord, text: string, many: number, language: string | null): boolean {
  const next = post.words[word.nth + 1];
  if (many < 2 || text.length > 3 || !next || next.gap !== HYPHEN || next.isCapital) return false;
  return next.text.length > 3 && next.from === word.to + 1 && !isEnding(next.text, language);
}

/** `kettleco`; 케틀 코. */
function oneWord({ post, language }: Look, brand: BrandWord, word: PostWord): PostWord | null {
  if (brand.words.length > 1)
    return !brand.hasSign && brand.joined.length >= JOINED_LEAST && isWordOf(word, brand.joined, language, false)
      ? word
      : null;
  if (brand.kind !== HANGUL || !brand.joined.startsWith(word.text) || brand.joined.length < PIECE_LEAST) return null;
  const next = post.words[word.nth + 1];
  const both = next && next.gap !== HARD && next.kind === HANGUL ? word.text + next.text : '';
  const isBoth = both.startsWith(brand.joined) && mayFollowHangul(brand.joined, both.slice(brand.joined.length));
  return isBoth && word.text.length < brand.joined.length ? (next ?? null) : null;
}

/** Whether a word is the name, bare or with what the language grows onto it. */
function isWordOf(word: PostWord, name: string, language: string | null, isBehindOthers: boolean): boolean {
  const { text, squeezed, base } = word;
  if (text === name || squeezed === name || (base > 0 && text.slice(0, base) === name)) return true;
  if (word.kind === HANGUL) return text.startsWith(name) && mayFollowHangul(name, text.slice(name.length));
  if (word.kind !== LETTER) return false;
  if (text.startsWith(name)) {
    const isGrown = isEnding(text.slice(name.length), language, name.at(-1));
    if (isBehindOthers) return language !== null && isGrown;
    // Apples are no Apple, and an Apple's needs its apostrophe or at least its capital.
    const isMeant = word.isCapital || !isOrdinary(name, language);
    if (isGrown && isMeant && name.length >= GROWN_LEAST && !isOrdinary(text, language)) return true;
  }
  const stem = stemOf(name, language);
  if (stem === null || language === null || !text.startsWith(stem)) return false;
  // Another vowel is often another word, so it must be written as a name; at the start of a sentence that says nothing.
  if (!word.isCapital || !isReplaced(text.slice(stem.length), language)) return false;
  return word.gap !== HARD || !isOrdinary(text, language);
}

/** Han, kana, Thai: anywhere within a run, for nothing stands between words. */
function insideRuns(look: Look, brand: BrandWord): void {
  for (const word of look.post.words) {
    if (isEnough(look)) return;
    if (word.kind !== SPACELESS) continue;
    for (
      let at = word.text.indexOf(brand.joined);
      at >= 0;
      at = word.text.indexOf(brand.joined, at + brand.joined.length)
    ) {
      const { from, to } = spanIn(word, at, brand.joined.length);
      if (word.tag) keepWords(look, brand, word, word, 'plain');
      else if (look.forms.has('plain')) keep(look, brand, 'plain', from, to);
    }
  }
}

function misspeltWords(look: Look, brand: BrandWord): void {
  const { post } = look;
  if (brand.kind === SPACELESS) return;
  const one = brand.joined[0] ?? '';
  const two = brand.joined[1] ?? '';
  // Hangul that is misspelt begins with another syllable as often as not.
  if (brand.kind === HANGUL) misspeltAmong(look, brand, post.words);
  else {
    misspeltAmong(look, brand, post.byFirst.get(one));
    if (one !== two) misspeltAmong(look, brand, post.byFirst.get(two));
  }
}

function misspeltAmong(look: Look, brand: BrandWord, words: readonly PostWord[] | undefined): void {
  if (!words) return;
  for (const word of words) {
    if (isEnough(look)) return;
    if (word.kind !== brand.kind) continue;
    const last = misspeltOne(look, brand, word) ?? misspeltRun(look, brand, word) ?? split(look, brand, word);
    if (last) keepWords(look, brand, word, last, 'misspelt');
  }
}

function misspeltOne({ post, language }: Look, { joined, kind, hasSign }: BrandWord, word: PostWord): PostWord | null {
  // What is called Mr or Ms is a person.
  if (hasSign || (kind === HANGUL && post.words[word.nth + 1]?.text === '씨')) return null;
  const bare = word.base > 0 ? word.text.slice(0, word.base) : word.text;
  return isMisspelt(bare, joined, kind, language) ? word : null;
}

/** `ketle co`: each word for itself, the short ones as they are. */
function misspeltRun({ post, language }: Look, { words, kind, hasSign }: BrandWord, first: PostWord): PostWord | null {
  if (words.length < 2 || hasSign) return null;
  let slips = 0;
  let last: PostWord | null = null;
  for (let nth = 0; nth < words.length; nth++) {
    const word = post.words[first.nth + nth];
    const part = words[nth];
    if (!word || !part || word.tag !== first.tag || (nth > 0 && word.gap === HARD)) return null;
    const isSame = nth === words.length - 1 ? isWordOf(word, part.text, language, true) : word.text === part.text;
    if (!isSame && !isMisspelt(word.text, part.text, kind, language)) return null;
    if (!isSame) slips++;
    last = word;
  }
  const text = words.at(-1)?.text ?? '';
  return slips === 0 || (last && isPartOfAnother(post, last, text, words.length, language)) ? null : last;
}

/** `voda fone`, `tele 2`. */
function split({ post }: Look, { words, joined, kind }: BrandWord, word: PostWord): PostWord | null {
  if (kind !== LETTER || words.length > 1 || !joined.startsWith(word.text)) return null;
  const next = post.words[word.nth + 1];
  const rest = joined.slice(word.text.length);
  if (next?.text !== rest || next.gap === HARD || word.text.length < PIECE_LEAST) return null;
  return /^\p{N}+$/u.test(rest) || (joined.length >= SPLIT_LEAST && rest.length >= PIECE_LEAST) ? next : null;
}
