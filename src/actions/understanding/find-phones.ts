import { type CountryCode, findPhoneNumbersInText, isPossiblePhoneNumber as isPossible } from 'libphonenumber-js/max';
import type { FindPhones } from '../../core/understanding/personal.ts';

/** Where somebody who writes in a language most likely has a phone: numbers without a country are read so, in turn. */
const COUNTRIES: Readonly<Record<string, readonly CountryCode[]>> = {
  en: ['US', 'GB'],
  de: ['DE', 'AT', 'CH'],
  el: ['GR', 'CY'],
  hr: ['HR', 'RS', 'BA'],
  hu: ['HU'],
  fi: ['FI'],
  ko: ['KR'],
  fr: ['FR', 'BE'],
  es: ['ES', 'MX'],
  it: ['IT'],
  pt: ['PT', 'BR'],
  nl: ['NL', 'BE'],
  pl: ['PL'],
  sv: ['SE'],
  da: ['DK'],
  cs: ['CZ'],
  sk: ['SK'],
  sl: ['SI'],
  ro: ['RO'],
  bg: ['BG'],
  tr: ['TR'],
};
const NOWHERE: readonly CountryCode[] = ['US', 'GB'];
/** Something that could be one: cheap to look for, and most messages have none. */
const CANDIDATE =
  /(?<![\p{L}\d.,:/#№€$£%-])(?:\+|00|\()?\d[\d\s().\-/\u2010-\u2015]{5,22}\d(?![\d%€$£\p{Script=Latin}\p{Script=Greek}]|[.,:]\d|\s?(?:€|eur|euro|usd|kn|ft|forint|won|원|ευρώ|ευρω|kuna|kg|km|gb|mb)(?!\p{L}))/giu;
const DATE =
  /^(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|(?:19|20)\d\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2})(?![\d])/;
const THOUSANDS = /^\d{1,3}(?:[ .]\d{3}){1,3}$/;
const ALL_DIGITS = /^\d+$/;
const WRITTEN_AS_ONE = /^(?:\+\d{1,3}[\s(-]|0\d{2,4}[\s/-]\d{3})/;
const CALLS_IT_A_PHONE =
  /(?:tel|phone|call|ring|mobile|cell|whats ?app|number|text me|nummer|ruf|handy|mobil|fon|τηλ|κιν|καλ[έε]|mob|broj|zov|nazov|kontakt|sz[aá]m|h[ií]v|puh|numero|soit|전화|연락|번호|폰)[^\d]{0,24}$/iu;

/** Phone numbers of a text in which mail addresses, cards and order numbers are blanked. */
export const findPhones: FindPhones = (text, language) =>
  Array.from(text.matchAll(CANDIDATE)).flatMap(({ 0: said, index }) => {
    if (DATE.test(said)) return [];
    const before = text.slice(Math.max(0, index - 32), index);
    const isCalledSo = CALLS_IT_A_PHONE.test(before);
    const digits = said.replace(/\D/g, '').length;
    const isForeign = /^(?:\+|00)/.test(said);
    if (digits > 15 || (THOUSANDS.test(said) && !isCalledSo)) return [];
    // A plain run of digits is more often an order's than a phone's, unless it begins as numbers at home do.
    if (ALL_DIGITS.test(said) && !isCalledSo && !isForeign && !said.startsWith('0') && digits !== 10) return [];
    const found = countriesOf(language).flatMap((country) => read(said, country))[0];
    return found ? [{ from: index + found.from, to: index + found.to }] : [];
  });

const countriesOf = (language: string | null): readonly CountryCode[] => COUNTRIES[language ?? ''] ?? NOWHERE;

function read(said: string, defaultCountry: CountryCode): readonly { readonly from: number; readonly to: number }[] {
  const dialled = said.startsWith('00') ? `+${said.slice(2)}` : said;
  const shift = said.length - dialled.length;
  const [found] = findPhoneNumbersInText(dialled, { defaultCountry });
  // Numbering plans change faster than packages: one that is written as a phone number is believed if it could be one.
  if (!found && WRITTEN_AS_ONE.test(dialled) && isPossible(dialled, defaultCountry))
    return [{ from: 0, to: said.length }];
  return found ? [{ from: found.startsAt === 0 ? 0 : found.startsAt + shift, to: found.endsAt + shift }] : [];
}
