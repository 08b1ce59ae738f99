import type { PersonalSpan } from '../understanding/understood.ts';

/** As much of a message as is shown; what matters is said early. */
export const MOST_SHOWN = 2_000;

/** Whatever finding personal data passed over: numbers that could be anybody's, addresses, and links with what they carry. */
const LINK = /\b(?:https?:\/\/|www\.)\S+/giu;
const MAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const NAME = /(?<![\p{L}\d])[@＠][\p{L}\d_](?:[\p{L}\d_.-]*[\p{L}\d_])?/gu;
const NUMBER = /[\p{L}\p{Nd}]{0,12}\p{Nd}(?:[ ./-]?\p{Nd}){4,}/gu;
const UNSEEN = /[\p{Cf}\p{Cc}]+/gu;

/** The text without what tells who wrote it: each in brackets as what it is. Nothing else of a message leaves the house. */
export function maskPersonal(text: string, personal: readonly PersonalSpan[]): string {
  let masked = '';
  let at = 0;
  for (const { kind, from, to } of personal.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= at) continue;
    masked += `${text.slice(at, Math.max(from, at))} [${kind}] `;
    at = to;
  }
  return (masked + text.slice(at))
    .replace(UNSEEN, (signs) => (/\s/.test(signs) ? ' ' : ''))
    .replace(LINK, '[link]')
    .replace(MAIL, '[email]')
    .replace(NAME, '[name]')
    .replace(NUMBER, '[number]')
    .replace(/\s+/g, ' ')
    .replace(/\] (?=[.,;:!?)])/g, ']')
    .trim()
    .slice(0, MOST_SHOWN)
    .toWellFormed();
}

/** Two that say the same in other letters, signs and spaces are one. */
export const sameWords = (masked: string): string =>
  masked
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}?![\]]+/gu, ' ')
    .replace(/ (?=[?!])/g, '')
    .trim();
