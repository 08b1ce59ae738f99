import { createRequire } from 'node:module';
import type { CountryCode } from 'libphonenumber-js/max';
import type { FindPhones } from '../../core/understanding/personal.ts';

type Plans = typeof import('libphonenumber-js/max');
const load = createRequire(import.meta.url);
let loaded: Plans | null = null;

/** The world's numbering plans, 17 MB in memory: loaded at once, by the first message in which something could be a phone. */
function plans(): Plans {
  loaded ??= load('libphonenumber-js/max') as Plans;
  return loaded;
}

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
  /(?<![\p{L}\d.,:/#№€$£%-])(?:\+|00|\()?\d[\d\s().\-/\u2010-\u2015]{5,60}\d(?![\d%€$£\p{Script=Latin}\p{Script=Greek}]|[.,:]\d|\s?(?:€|eur|euro|usd|kn|ft|forint|won|원|ευρώ|ευρω|kuna|kg|km|gb|mb)(?!\p{L}))/giu;
const DATES =
  /(?<![\d./-])(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2})(?!\d|[./-]\d)/g;
/** More than these in one message is a list, and costs more than it tells. */
const MOST = 100;
const LONGEST = 15;
const THOUSANDS = /^\d{1,3}(?:[ .]\d{3}){1,3}$/;
const ALL_DIGITS = /^\d+$/;
const WRITTEN_AS_ONE = /^(?:\+\d{1,3}[\s(-]|0\d{2,4}[\s/-]\d{3})/;
const CALLS_IT_A_PHONE =
  /(?:tel|phone|call|ring|mobile|cell|whats ?app|number|text me|nummer|ruf|handy|mobil|fon|τηλ|κιν|καλ[έε]|mob|broj|zov|nazov|kontakt|sz[aá]m|h[ií]v|puh|numero|soit|전화|연락|번호|폰)[^\d]{0,24}$/iu;

/** Phone numbers of a text in which mail addresses, cards and order numbers are blanked. */
export const findPhones: FindPhones = (text, language) => {
  const dateless = text.replace(DATES, (date) => ' '.repeat(date.length));
  return dateless
    .matchAll(CANDIDATE)
    .take(MOST)
    .flatMap(({ 0: said, index }) => {
      if (!looksLikeOne(said, dateless.slice(Math.max(0, index - 32), index))) return [];
      for (const country of countriesOf(language)) {
        const found = read(said, country);
        if (found.length > 0) return found.map(({ from, to }) => ({ from: index + from, to: index + to }));
      }
      return [];
    })
    .toArray();
};

function looksLikeOne(said: string, before: string): boolean {
  if (CALLS_IT_A_PHONE.test(before)) return true;
  if (THOUSANDS.test(said)) return false;
  // A plain run of digits is more often an order's than a phone's, unless it begins as numbers at home do.
  return !ALL_DIGITS.test(said) || said.startsWith('0') || said.length === 10;
}

const countriesOf = (language: string | null): readonly CountryCode[] => COUNTRIES[language ?? ''] ?? NOWHERE;

/** One number, or several with nothing but spaces between them. */
function read(said: string, defaultCountry: CountryCode): readonly { readonly from: number; readonly to: number }[] {
  const dialled = said.startsWith('00') ? `+${said.slice(2)}` : said;
  const shift = said.length - dialled.length;
  const found = plans().findPhoneNumbersInText(dialled, { defaultCountry });
  if (found.length > 0)
    return found.map(({ startsAt, endsAt }) => ({ from: startsAt === 0 ? 0 : startsAt + shift, to: endsAt + shift }));
  // Numbering plans change faster than packages: one that is written as a phone number is believed if it could be one.
  const isOne =
    said.replace(/\D/g, '').length <= LONGEST &&
    WRITTEN_AS_ONE.test(dialled) &&
    plans().isPossiblePhoneNumber(dialled, defaultCountry);
  return isOne ? [{ from: 0, to: said.length }] : [];
}
