import { locale, t } from '../text/t.ts';

const DAY_MS = 86_400_000;
const long = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });

/** "Today", "Yesterday", "Wednesday, 18 November", "3 June 2025". */
export function dayWords(at: string, now = new Date()): string {
  const when = new Date(at);
  const days = Math.round((startOf(now) - startOf(when)) / DAY_MS);
  if (days === 0) return t('time.today');
  if (days === 1) return t('time.yesterday');
  return when.getFullYear() === now.getFullYear() ? long.format(when) : withYear.format(when);
}

function startOf(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
