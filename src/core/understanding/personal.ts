import { IBAN_LENGTHS, isCard, isIban } from './checksums.ts';
import type { PersonalKind, PersonalSpan } from './understood.ts';
import { NOT_ORDERS, NUMBER_WORDS, ORDER_STEMS, ORDER_WORDS } from './words/order-words.ts';

/** Finds phone numbers in what is left when all else is blanked. Needs the numbering plans of the world: not pure core. */
export type FindPhones = (
  text: string,
  language: string | null,
) => readonly { readonly from: number; readonly to: number }[];

const MAIL =
  /[\p{L}\d](?:[\p{L}\d._%+-]{0,62}[\p{L}\d_+-])?@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.)+\p{L}{2,24}/gu;
const IBAN_START = /(?<![\p{L}\d])([A-Za-z]{2})[ ]?\d{2}(?=[ -]?[A-Za-z0-9])/gu;
const CARD = /(?<![\p{L}\d.,+-])\d(?:[ -]?\d){11,18}(?![\p{L}\d])/gu;
const CODE =
  '(?=[\\p{L}/_-]{0,6}\\d)[\\p{L}\\d](?:[\\p{Script=Latin}\\d]|[/_-](?=\\d)|-(?=\\p{Script=Latin}\\d)){3,24}';
const NUMBER = `(?:${NUMBER_WORDS.join('|')})`;
const GAP = '[\\s.:#№=-]{1,4}';
const ORDER = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${ORDER_STEMS.join('|')})\\p{L}{0,14}|(?:${ORDER_WORDS.join('|')}))(?:${GAP}(?:is|ist|lautet|je|on|${NUMBER}))?(?:${GAP}${NUMBER})?${GAP}(${CODE})`,
  'giu',
);
/** "Number 4711" of whatever it is. */
const NUMBERED = new RegExp(`(?<![\\p{L}\\d])\\p{L}{0,16}${NUMBER}[\\s.:#№=]{1,4}(${CODE})`, 'giu');
/** Some languages say the number first: 55102-es rendelés. */
const BEFORE = new RegExp(
  `(?<![\\p{L}\\d#])#?(\\d{5,12})(?:-?(?:es|as|os|ös)|\\s?(?:számú|sz\\.|번))?\\s(?:${ORDER_STEMS.join('|')})`,
  'giu',
);
const HASHED = /(?<![\p{L}\d&])#\s?(\d{5,14}|[A-Z]{1,4}-?\d{4,12})(?![\p{L}\d])/gu;
const ORDERS = [ORDER, NUMBERED, BEFORE, HASHED];
/** Fewest digits of anything but an e-mail address. */
const FEWEST = 4;
const FEWEST_OF_PHONE = 7;
/** Longer texts and lists are no message to a company; what is beyond is not looked for. */
const MOST_READ = 20_000;
const MOST_FOUND = 100;

/** Where personal data stands in a raw text. Found first is blanked, so that a card is not taken for a phone number. */
export function findPersonal(whole: string, language: string | null, findPhones: FindPhones): readonly PersonalSpan[] {
  const text = whole.slice(0, MOST_READ);
  const digits = countDigits(text);
  if (digits < FEWEST && !text.includes('@')) return [];
  const found: PersonalSpan[] = [];
  let rest = text;
  const take = (kind: PersonalKind, from: number, to: number): void => {
    if (found.length >= MOST_FOUND) return;
    found.push({ kind, from, to });
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  };
  if (text.includes('@'))
    for (const match of rest.matchAll(MAIL)) take('email', match.index, match.index + match[0].length);
  if (digits >= FEWEST) {
    if (digits >= 12) {
      for (const match of rest.matchAll(IBAN_START)) takeIban(rest, match.index, (to) => take('iban', match.index, to));
      for (const match of rest.matchAll(CARD))
        if (isCard(match[0].replace(/\D/g, ''))) take('card', match.index, match.index + match[0].length);
    }
    for (const pattern of ORDERS) for (const match of rest.matchAll(pattern)) takeOrder(match, take);
    if (countDigits(rest) >= FEWEST_OF_PHONE)
      for (const { from, to } of findPhones(rest, language)) take('phone', from, to);
  }
  return found.toSorted((a, b) => a.from - b.from);
}

function countDigits(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) count++;
  }
  return count;
}

/** As many letters and digits as its country's have, whatever word follows. */
function takeIban(text: string, from: number, take: (to: number) => void): void {
  const length = IBAN_LENGTHS[text.slice(from, from + 2).toUpperCase()];
  if (!length) return;
  let compact = '';
  let to = from;
  for (; to < text.length && compact.length < length; to++) {
    const unit = text[to] ?? '';
    if (/[A-Za-z0-9]/.test(unit)) compact += unit.toUpperCase();
    else if (unit !== ' ' && unit !== '-') return;
  }
  if (compact.length === length && isIban(compact) && !/[\p{L}\d]/u.test(text[to] ?? ' ')) take(to);
}

/** So much beside a number tells what it is; all of a long text, asked for each number, would take for ever. */
const BEFORE_IT = 40;
const YEAR = /^(?:19|20)\d\d$/;
const DATE = /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/;
const MEASURE = /^\d+(?:kg|km|ml|mb|gb|cm|mm|w|v|eur|euro|usd|ft|kn|pm|am|h)$/i;

/** A number that is a year, a price or a size is none. */
function takeOrder(match: RegExpExecArray, take: (kind: PersonalKind, from: number, to: number) => void): void {
  const number = match[1] ?? '';
  const end = match.index + match[0].length;
  const after = match.input.slice(end, end + BEFORE_IT);
  if (countDigits(number) < FEWEST || YEAR.test(number) || DATE.test(number) || MEASURE.test(number)) return;
  if (
    NOT_ORDERS.test(match.input.slice(Math.max(0, match.index - BEFORE_IT), match.index)) ||
    NOT_ORDERS.test(match[0].slice(0, match[0].lastIndexOf(number)).replace(LAST_WORD, ''))
  )
    return;
  if (/^\s?(?:€|\$|£|eur|usd|kn\b|ft\b|원)/iu.test(after)) return;
  const from = match.index + match[0].indexOf(number);
  take('order', from, from + number.length);
}
/** The word for "number" itself, to see what it is the number of. */
const LAST_WORD = new RegExp(`${NUMBER}[\\s.:#№=-]*$`, 'iu');
