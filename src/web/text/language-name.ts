import { locale } from './t.ts';

const names = new Intl.DisplayNames([locale], { type: 'language' });

/** "Greek" for `el`; the code itself when nobody knows it. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
