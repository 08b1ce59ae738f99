import type { Becomes } from '../../../core/listening/listening-rule.ts';
import { languageName } from '../../text/language-name.ts';
import { locale, t } from '../../text/t.ts';
import type { Body } from './draft.ts';

const FEW = 3;
const all = new Intl.ListFormat(locale, { type: 'conjunction' });
const any = new Intl.ListFormat(locale, { type: 'disjunction' });
const dollars = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' });
const small = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 });

/** Fractions of a cent matter where something costs so little that a million of it is a budget. */
export const dollarWords = (usd: number): string => (usd !== 0 && usd < 0.1 ? small : dollars).format(usd);
export const listed = (words: readonly string[]): string => all.format(words);
export const quoted = (word: string): string => `“${word}”`;

function few(words: readonly string[]): string {
  const shown = words.slice(0, FEW).join(', ');
  return words.length <= FEW ? shown : `${shown} ${t('listening.short.more', { count: words.length - FEW })}`;
}

/** A rule in one line of a list: "Kettle Co · # · @ · misspelt · with a call for care · en de". */
export function inShort({ brand, forms, care, languages, without }: Body): string {
  return [
    few(brand),
    ...(['hashtag', 'handle', 'misspelt'] as const).filter((form) => forms.includes(form)).map(formInShort),
    care === 'anything' ? '' : t(`listening.short.care.${care}`),
    languages.length > FEW ? few(languages) : languages.join(' '),
    without.length > 0 ? t('listening.short.without', { words: few(without) }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
const formInShort = (form: 'hashtag' | 'handle' | 'misspelt') => t(`listening.short.forms.${form}`);

/** The whole rule in plain words, a sentence each. */
export function inSentences(body: Body, board: string, sources: readonly string[]): readonly string[] {
  const { brand, forms, care, without, languages } = body;
  return [
    t('listening.say.words', {
      words: any.format(brand.map(quoted)),
      forms: any.format(forms.map((form) => t(`listening.say.form.${form}`))),
    }),
    ...(care === 'anything' ? [] : [t(`listening.say.care.${care}`)]),
    ...(without.length > 0 ? [t('listening.say.without', { words: any.format(without.map(quoted)) })] : []),
    languages.length === 0
      ? t('listening.say.everyLanguage')
      : t('listening.say.languages', { languages: any.format(languages.map(languageName)) }),
    sources.length === 0 ? t('listening.say.everySource') : t('listening.say.sources', { names: listed(sources) }),
    t(`listening.say.${body.becomes satisfies Becomes}`, { board }),
  ];
}
