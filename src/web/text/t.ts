import { setupI18n } from '@lingui/core';
import { compiled } from './compiled.ts';
import type { en } from './en.ts';
import type { later } from './later.ts';

export type TextKey = keyof typeof en | keyof typeof later;
export type Values = Readonly<Record<string, string | number | null | undefined>>;

/** The reader's own way of writing dates and numbers; the words are English until another catalogue is there. */
export const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;
/** The language of the catalogue. */
export const language = 'en';
const i18n = setupI18n({ locale: language, messages: { [language]: compiled } });

/** The words of a room that is not part of the first load. */
export function addTexts(messages: typeof compiled): void {
  i18n.load(language, messages);
}

/** The text of a key, with its values put in (ICU MessageFormat). */
export function t(key: TextKey, values?: Values): string {
  return i18n._(key, values as Record<string, unknown> | undefined);
}

/** The text of a key built from foreign data (`event.assigned`), or null when the catalogue does not know it. */
export function tryText(key: string, values?: Values): string | null {
  return Object.hasOwn(i18n.messages, key) ? t(key as TextKey, values) : null;
}
