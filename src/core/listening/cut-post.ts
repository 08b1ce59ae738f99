import { BREAK, type Folded, foldLetter, foldWord, LETTER, SILENT, signLength } from './fold-letter.ts';
import { linkAt, nameEnd, runEndAt } from './link-in.ts';

/** What is read of a post, in UTF-16 units. What comes after it is no longer somebody calling. */
export const LONGEST = 20_000;

/** What stands between a word and the one before. */
export const NOTHING = 0;
export const SPACE = 1;
export const HYPHEN = 2;
/** The end of a sentence or a part of it, a line, a picture, a link. */
export const HARD = 3;

/** A word of a post. `from` and `to` are places in the raw text. */
export interface PostWord {
  readonly nth: number;
  readonly text: string;
  /** With letters that were dragged out taken once: `heeelp`. The same as `text` in nearly all. */
  readonly squeezed: string;
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly gap: number;
  /** `&` or `+` before it and after it. */
  readonly before: string;
  after: string;
  readonly isCapital: boolean;
  /** How many letters stand before its last apostrophe; 0: there is none. */
  readonly base: number;
  /** The hashtag it is a part of. */
  readonly tag: PostName | null;
}
/** A hashtag, a handle or the name of a site, as one. */
export interface PostName {
  readonly sort: '#' | '@' | '.';
  readonly text: string;
  /** Letters and digits only. */
  readonly bare: string;
  readonly from: number;
  readonly to: number;
}
export interface CutPost {
  readonly words: readonly PostWord[];
  readonly names: readonly PostName[];
  /** The words by their first letter. */
  readonly byFirst: ReadonlyMap<string, readonly PostWord[]>;
  /** How many signs were looked at. */
  readonly steps: number;
}

const APOSTROPHE = /['’‘`´]/u;
/** `d'Amazon`, `l'Oréal`, `qu'IKEA`: two words. */
const ELIDED = new Set(['l', 'd', 'j', 'm', 'n', 's', 't', 'c', 'qu', 'un', 'dell', 'all', 'nell']);
const NO_NAMES: readonly PostName[] = [];

/** Cuts a post into words in one pass. Links and mail addresses are no words, handles are names. */
export function cutPost(raw: string): CutPost {
  const text = raw.length > LONGEST ? raw.slice(0, LONGEST) : raw;
  const words: PostWord[] = [];
  const names: PostName[] = [];
  let [at, gap, before, looked, steps] = [0, HARD, '', 0, 0];

  const signAt = (place: number): Folded => {
    steps++;
    return foldLetter(text.slice(place, place + signLength(text, place)));
  };
  const isWordAt = (place: number): boolean => {
    const { kind } = place < text.length ? signAt(place) : { kind: BREAK };
    return kind !== BREAK && kind !== SILENT;
  };

  function name(sort: PostName['sort'], to: number, said: string): PostName {
    const made = { sort, text: said, bare: foldWord(said), from: at, to };
    names.push(made);
    return made;
  }

  function handle(): void {
    let to = nameEnd(text, at + 1);
    if (to > at + 1 && text.charCodeAt(to) === 0x40) to = Math.max(to, nameEnd(text, to + 1));
    if (to === at + 1) while (to < text.length && (isWordAt(to) || text[to] === '_')) to += signLength(text, to);
    if (to > at + 1)
      name(
        '@',
        to,
        text
          .slice(at + 1, to)
          .normalize('NFKC')
          .toLowerCase(),
      );
    at = Math.max(to, at + 1);
    gap = HARD;
  }

  function hashtag(): void {
    let to = at + 1;
    while (to < text.length && (isWordAt(to) || text[to] === '_' || signAt(to).kind === SILENT))
      to += signLength(text, to);
    if (to === at + 1) {
      at = to;
      gap = HARD;
      return;
    }
    let said = '';
    for (let place = at + 1; place < to; place += signLength(text, place)) {
      const { text: letter, kind } = signAt(place);
      if (kind !== BREAK) said += letter;
    }
    const tag = name('#', to, said);
    at++;
    while (at < to) {
      if (text[at] === '_') at++;
      else word(tag, to);
    }
    gap = HARD;
  }

  /** Where a part of `#KettleCoFail` ends. */
  const isHump = (place: number, last: Folded, now: Folded): boolean => {
    const isDigit = (one: Folded) => one.text >= '0' && one.text <= '9';
    if (isDigit(now) !== isDigit(last)) return true;
    if (!now.isCapital) return false;
    if (!last.isCapital) return true;
    const next = place + 1 < text.length ? signAt(place + 1) : last;
    return next.kind === LETTER && !next.isCapital && !isDigit(next);
  };

  function word(tag: PostName | null, end: number): void {
    const from = at;
    let [said, squeezed, last, same, base, kind] = ['', '', '', 0, 0, 0];
    let isCapital = false;
    let previous: Folded | null = null;
    for (; at < end; ) {
      const sign = signAt(at);
      if (sign.kind === SILENT) {
        at += signLength(text, at);
        continue;
      }
      if (sign.kind === BREAK) {
        const isInside =
          kind === LETTER && APOSTROPHE.test(text[at] ?? '') && at + 1 < end && signAt(at + 1).kind === LETTER;
        if (!isInside || ELIDED.has(said)) break;
        base = said.length;
        at++;
        continue;
      }
      if (kind !== 0 && sign.kind !== kind) break;
      if (tag && previous && kind === LETTER && isHump(at, previous, sign)) break;
      if (kind === 0) isCapital = sign.isCapital;
      kind = sign.kind;
      same = sign.text === last ? same + 1 : 0;
      last = sign.text;
      const isDigit = last >= '0' && last <= '9';
      if (same < 2 || isDigit) said += last;
      if (same < 2 || isDigit) squeezed += last;
      else if (same === 2) squeezed = squeezed.slice(0, -1);
      previous = sign;
      at += signLength(text, at);
    }
    if (said === '') {
      at = Math.max(at, from + 1);
      return;
    }
    words.push({
      nth: words.length,
      text: said,
      squeezed,
      from,
      to: at,
      kind,
      gap,
      before,
      after: '',
      isCapital,
      base,
      tag,
    });
    gap = NOTHING;
    before = '';
  }

  while (at < text.length) {
    const sign = signAt(at);
    if (sign.kind === SILENT) at += signLength(text, at);
    else if (sign.kind !== BREAK) {
      // Each run is looked at once, so that no text is read over and over.
      if (at >= looked && text.charCodeAt(at) < 0x80) {
        looked = runEndAt(text, at);
        const link = linkAt(text, at, looked);
        if (link) {
          if (link.site !== null) name('.', link.to, link.site);
          at = link.to;
          gap = HARD;
          continue;
        }
        looked = Math.max(looked, at + 1);
      }
      word(null, text.length);
    } else if (sign.text === '@') handle();
    else if (sign.text === '#') hashtag();
    else {
      if (sign.text === '&' || sign.text === '+') {
        before = sign.text;
        const previous = words.at(-1);
        if (previous && gap === NOTHING) previous.after = sign.text;
      } else gap = Math.max(gap, gapOf(text, at, sign));
      at += signLength(text, at);
    }
  }
  return { words, names: names.length === 0 ? NO_NAMES : names, byFirst: byFirstOf(words), steps };
}

function gapOf(text: string, at: number, { text: sign }: Folded): number {
  if (sign === '\n' || sign === '\r') return HARD;
  if (/^\s*$/u.test(sign) || APOSTROPHE.test(sign)) return SPACE;
  if (sign === '-' || sign === '‐' || sign === '‑' || sign === '_' || sign === ':') return HYPHEN;
  // `St. Pauli` ends no sentence, but nobody can tell: only a dot without a space is soft.
  if (sign === '.') return /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3)) ? HYPHEN : HARD;
  return HARD;
}

function byFirstOf(words: readonly PostWord[]): ReadonlyMap<string, readonly PostWord[]> {
  const byFirst = new Map<string, PostWord[]>();
  for (const word of words) {
    const first = word.text[0] ?? '';
    const list = byFirst.get(first);
    if (list) list.push(word);
    else byFirst.set(first, [word]);
  }
  return byFirst;
}
