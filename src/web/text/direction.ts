import { language } from './t.ts';

/** Scripts that are written from the right. A browser that knows more of a language than its script says so itself. */
const FROM_RIGHT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

export function directionOf(tag: string): 'ltr' | 'rtl' {
  return FROM_RIGHT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** The page says in which language its own words are, and from which side they are read. The only place that does. */
export function tellLanguage(): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
