import {
  APOSTROPHE,
  DIGIT,
  EXCLAMATION,
  IS_CAPITAL,
  KIND_OF,
  LETTER,
  PLAIN_OF,
  QUESTION,
  SIGN,
  SILENT,
  SYLLABLE,
} from './fold.ts';

/** What is read of a message. What comes later in a long mail is mostly its history. */
export const LONGEST = 1200;
const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** A piece of a message: a word, or something that stands for one. */
export const WORD = 0;
export const SYLLABLES = 1;
export const MARK = 2;

/** Pieces that stand for what is different in each message but means the same. */
export const LINK = 1;
export const MENTION = 2;
export const NUMBER = 3;
export const LOUD = 4;
export const LOUDER = 5;
export const ASKS = 6;
export const ASKS_LOUDLY = 7;
export const SHOUTED = 8;
export const STRETCHED = 9;

/**
 * A message cut into words, in arrays that are used again for the next one: reading a message allocates nothing.
 * `text[start..end]` is a word without accents and capitals.
 */
export const cut = {
  text: new Uint16Array(LONGEST + 8),
  /** The hash of the word from its start up to here. */
  soFar: new Int32Array(LONGEST + 8),
  starts: new Uint16Array(LONGEST + 8),
  ends: new Uint16Array(LONGEST + 8),
  hashes: new Int32Array(LONGEST + 8),
  kinds: new Uint8Array(LONGEST + 8),
  /** Where it stands in the message, for showing it. */
  from: new Uint16Array(LONGEST + 8),
  to: new Uint16Array(LONGEST + 8),
  words: 0,
  length: 0,
};

const NEEDS_COMPOSING = /[\u0300-\u036f\u1100-\u11ff\uff00-\uffdc\ufb00-\ufb06]|\ud835/;

/** One way to write the same. What is shown and stored stays as it came. */
export const compose = (text: string): string => (NEEDS_COMPOSING.test(text) ? text.normalize('NFKC') : text);

export const mix = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME);

/** The hash of a whole word, as `cut` has it. */
export function hashOf(word: string): number {
  let hash = BASIS;
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

let length = 0;
let words = 0;

function mark(which: number, from: number, to: number): void {
  const { text, starts, ends, hashes, kinds } = cut;
  text[length] = which;
  starts[words] = length;
  ends[words] = ++length;
  hashes[words] = mix(BASIS ^ 0x5bd1e995, which);
  kinds[words] = MARK;
  cut.from[words] = from;
  cut.to[words++] = to;
}

/** Cuts a composed text into words. */
export function cutWords(text: string): typeof cut {
  length = 0;
  words = 0;
  const end = Math.min(text.length, LONGEST - 4);
  let at = 0;
  while (at < end) {
    const code = text.charCodeAt(at);
    const kind = KIND_OF[code];
    if (kind === LETTER || kind === SYLLABLE) at = isLink(text, at, code) ? link(text, at, end) : word(text, at, end);
    else if (kind === DIGIT) at = number(text, at, end);
    else if (code === 0x40) at = mention(text, at, end);
    else if (kind === EXCLAMATION || kind === QUESTION) at = run(text, at, end);
    else if (kind === SIGN) at = sign(text, at, end);
    else if (code === 0x7b) at = brand(text, at, end);
    else if (code === 0x3b && isGreek(text.charCodeAt(at - 1))) mark(ASKS, at, ++at);
    else at++;
  }
  cut.words = words;
  cut.length = length;
  return cut;
}

const isLink = (text: string, at: number, code: number): boolean =>
  ((code | 32) === 0x68 && (text.startsWith('://', at + 4) || text.startsWith('://', at + 5))) ||
  ((code | 32) === 0x77 && text.startsWith('www.', at));

/** After a Greek word a semicolon asks. */
const isGreek = (code: number): boolean => code > 0x36f && code < 0x400;

function link(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && text.charCodeAt(to) > 0x20) to++;
  mark(LINK, at, to);
  return to;
}

/** `{brand}` in the corpora: a company's name as it stands in a sentence. */
function brand(text: string, at: number, end: number): number {
  if (!text.startsWith('{brand}', at)) return at + 1;
  mark(MENTION, at, Math.min(end, at + 7));
  return at + 7;
}

function mention(text: string, at: number, end: number): number {
  if (text.startsWith('{brand}', at + 1)) return brand(text, at + 1, end);
  let to = at + 1;
  while (to < end && isNamePart(text.charCodeAt(to))) to++;
  if (to > at + 1) mark(MENTION, at, to);
  return Math.max(to, at + 1);
}

const isNamePart = (code: number): boolean =>
  code === 0x5f || KIND_OF[code] === LETTER || KIND_OF[code] === SYLLABLE || KIND_OF[code] === DIGIT;

function number(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && (KIND_OF[text.charCodeAt(to)] === DIGIT || isInsideNumber(text, to))) to++;
  if (KIND_OF[text.charCodeAt(to)] === LETTER) to = Math.max(to, codeEnd(text, at, end));
  mark(NUMBER, at, to);
  return to;
}

const isInsideNumber = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code === 0x2e || code === 0x2c || code === 0x3a) && KIND_OF[text.charCodeAt(at + 1)] === DIGIT;
};

const SHORTEST_CODE = 6;

/**
 * Where a code ends that begins here (`X7K2P9`, `2e0ba039`), else 0: which one it is says no more than which number.
 * Words in which digits stand for letters (`alh8eia`, `fr33`), and `iPhone15Pro`, have few digits, and small letters.
 */
function codeEnd(text: string, at: number, end: number): number {
  let [to, digits, turns, isDigitBefore, hasSmall] = [at, 0, 0, false, false];
  for (; to < end; to++) {
    const code = text.charCodeAt(to);
    const isDigit = KIND_OF[code] === DIGIT;
    if (!isDigit && KIND_OF[code] !== LETTER) break;
    if (code > 0x7a) return 0;
    if (to > at && isDigit !== isDigitBefore) turns++;
    if (isDigit) digits++;
    else if (code > 0x5a) hasSmall = true;
    isDigitBefore = isDigit;
  }
  const isOne = hasSmall ? turns >= 3 && digits >= 3 && digits * 3 >= to - at : turns >= 2 && digits >= 2;
  return isOne && to - at >= SHORTEST_CODE ? to : 0;
}

function run(text: string, at: number, end: number): number {
  let to = at;
  let asks = 0;
  while (to < end) {
    const kind = KIND_OF[text.charCodeAt(to)];
    if (kind !== EXCLAMATION && kind !== QUESTION) break;
    if (kind === QUESTION) asks++;
    to++;
  }
  const isMany = to - at > 1;
  if (asks > 0) mark(isMany ? ASKS_LOUDLY : ASKS, at, to);
  if (asks < to - at) mark(isMany ? LOUDER : LOUD, at, to);
  return to;
}

/** A picture is a word; what is put on it (skin, gender, variant) is not. */
function sign(text: string, at: number, end: number): number {
  const code = text.codePointAt(at) ?? 0;
  const to = at + (code > 0xffff ? 2 : 1);
  const isTone = code >= 0x1f3fb && code <= 0x1f3ff;
  if (!isTone) {
    const { starts, ends, hashes, kinds } = cut;
    starts[words] = length;
    let hash = BASIS;
    for (let unit = at; unit < to; unit++) {
      hash = mix(hash, text.charCodeAt(unit));
      cut.text[length] = text.charCodeAt(unit);
      cut.soFar[length++] = hash;
    }
    ends[words] = length;
    hashes[words] = hash;
    kinds[words] = MARK;
    cut.from[words] = at;
    cut.to[words++] = to;
  }
  return Math.min(to, end);
}

function word(text: string, at: number, end: number): number {
  const out = cut.text;
  const start = length;
  let [hash, capitals, same, last, isStretched, isSyllables] = [BASIS, 0, 0, 0, false, false];
  let to = at;
  for (; to < end; to++) {
    const code = text.charCodeAt(to);
    const kind = KIND_OF[code];
    if (kind === APOSTROPHE) {
      const next = KIND_OF[text.charCodeAt(to + 1)];
      if (next === LETTER) continue;
      break;
    }
    if (kind === SILENT) continue;
    if (kind === DIGIT) {
      const code = codeEnd(text, at, end);
      if (code > 0) {
        length = start;
        mark(NUMBER, at, code);
        return code;
      }
    }
    if (kind !== LETTER && kind !== SYLLABLE) break;
    capitals += IS_CAPITAL[code] ?? 0;
    const plain = PLAIN_OF[code] ?? code;
    same = plain === last ? same + 1 : 0;
    last = plain;
    if (same > 1) {
      isStretched = true;
      continue;
    }
    if (kind === SYLLABLE) isSyllables = true;
    out[length] = plain;
    hash = mix(hash, plain);
    cut.soFar[length++] = hash;
  }
  if (length > start) {
    cut.starts[words] = start;
    cut.ends[words] = length;
    cut.hashes[words] = hash;
    cut.kinds[words] = isSyllables ? SYLLABLES : WORD;
    cut.from[words] = at;
    cut.to[words++] = to;
    if (capitals > 2 && capitals === length - start) mark(SHOUTED, at, to);
    if (isStretched) mark(STRETCHED, at, to);
  }
  return Math.max(to, at + 1);
}
