import { type NumberShape, numberKey } from './number-shape.ts';
import { NUMBER_WORDS, ORDER_WORDS } from './order-words.ts';

/** An order number that somebody wrote. */
export interface Mentioned {
  /** As it was written. */
  readonly number: string;
  readonly key: string;
  /** Why it was taken for one: it looks like this shop's own, or a word before it says so. */
  readonly because: 'shape' | 'word';
  readonly start: number;
  readonly end: number;
}

const MOST_READ = 20_000;
const MOST_FOUND = 10;
const MOST_TRIED = 300;
const MOST_WORDS_BETWEEN = 3;

/** A word with a digit in it, as people write numbers of orders: `#1044`, `LO-44120`, `2026/1044`, `44120`. */
const TOKEN =
  /(?<![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}@/.:_-])#?\s?\p{sc=Latin}{0,8}[-–/_]?\d[\d\p{sc=Latin}]*(?:[-/_]\d+)*/gu;
const WORDS = Object.values(ORDER_WORDS).flat();

/** Pure, and the same whoever asks. What looks like a price, a time, a date or a telephone number is none. */
export function findOrderNumbers(text: string, shapes: readonly NumberShape[]): readonly Mentioned[] {
  const read = text.slice(0, MOST_READ);
  const found = new Map<string, Mentioned>();
  let tried = 0;
  for (const match of read.matchAll(TOKEN)) {
    // A list of thousands is no message about an order.
    if (++tried > MOST_TRIED) break;
    const number = match[0].trim();
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = start + number.length;
    const key = numberKey(number);
    if (found.has(key) || isSomethingElse(read, number, start, end)) continue;
    const isLike = shapes.some((shape) => hasShape(number, shape));
    const hasWord =
      !isLike &&
      /\d{3}/.test(number) &&
      fitsAny(number, shapes) &&
      (followsWord(read, start) || precedesWord(read, end));
    if (isLike || hasWord) found.set(key, { number, key, because: isLike ? 'shape' : 'word', start, end });
    if (found.size === MOST_FOUND) break;
  }
  return [...found.values()];
}

/** Bare digits look like nothing in particular: where a shop has no mark of its own, only a word makes them a number. */
function hasShape(number: string, { prefix, suffix, least, most }: NumberShape): boolean {
  if (!/\p{L}|#/u.test(prefix + suffix)) return false;
  const plain = squeezed(number);
  const [before, after] = [squeezed(prefix), squeezed(suffix)];
  if (!plain.startsWith(before) || !plain.endsWith(after)) return false;
  const digits = plain.slice(before.length, plain.length - after.length);
  return /^\d+$/.test(digits) && digits.length >= least && digits.length <= most;
}

const squeezed = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}#]/gu, '');

/** After a word, the digits alone are enough; how many there are must fit where the shop is known. */
function fitsAny(number: string, shapes: readonly NumberShape[]): boolean {
  const digits = number.replace(/\D/g, '').length;
  if (digits > 20) return false;
  return shapes.length === 0 || shapes.some(({ least, most }) => digits >= least && digits <= most);
}

function followsWord(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  // Another sentence speaks of something else.
  const sentence = before.split(/[!?\n;]|\.\s+(?=\p{Lu})/u).at(-1) ?? '';
  const words = plain(sentence).match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let back = 1; back <= MOST_WORDS_BETWEEN + 1; back += 1) {
    const word = words.at(-back);
    if (word === undefined) return false;
    if (WORDS.some((known) => word.startsWith(known))) return true;
    if (!NUMBER_WORDS.includes(word)) return false;
  }
  return false;
}

/** `a 44120-es számú rendelésem`, `44120번 주문` */
function precedesWord(text: string, end: number): boolean {
  const sentence = text.slice(end, end + 40).split(/[!?\n;,.]/u)[0] ?? '';
  const words = plain(sentence).match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of words.slice(0, 3)) {
    if (WORDS.some((known) => word.startsWith(known))) return true;
    if (!LINKS.includes(word)) return false;
  }
  return false;
}
const LINKS = ['es', 'as', 'os', 'szamu', 'szamon', 'sz', '번', '번의'];

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('đ', 'd');

const MONEY = /^\s?(?:€|\$|£|¥|₩|kr\b|eur\b|usd\b|gbp\b|sek\b|huf\b|ft\b|원|%|,\d{2}\b|\.\d{2}(?!\d))/iu;
const UNIT =
  /^\s?(?:days?|weeks?|months?|years?|hours?|minutes?|items?|times|tage?n?|wochen?|monate?|stunden?|μερε|ημερε|dana|tjedan|일|주|개|nap|napja|het|paivaa?|viikko|dias?|giorni|dagar|:\d\d)/iu;

function isSomethingElse(text: string, number: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 12);
  const before = text.slice(Math.max(0, start - 3), start);
  if (/^(?:19|20)\d\d[-/]\d\d?[-/]\d\d?$/.test(number)) return true;
  if (/[€$£¥₩+]\s?$/u.test(before)) return true;
  return MONEY.test(after) || (!/[\p{L}#]/u.test(number) && UNIT.test(plain(after))) || /^@/.test(after);
}
