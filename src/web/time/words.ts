import { locale, t } from '../text/t.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long, in the two largest units: "now", "18 m", "1 h 12 m", "3 d 4 h", "12 d". */
export function spanWords(ms: number): string {
  if (ms < MINUTE) return t('time.now');
  if (ms < HOUR) return t('time.minutes', { m: Math.floor(ms / MINUTE) });
  if (ms < DAY) return pair('time.hours', 'time.hoursMinutes', Math.floor(ms / HOUR), Math.floor((ms % HOUR) / MINUTE));
  const days = Math.floor(ms / DAY);
  return pair('time.days', 'time.daysHours', days, days < 7 ? Math.floor((ms % DAY) / HOUR) : 0);
}

function pair(
  one: 'time.hours' | 'time.days',
  both: 'time.hoursMinutes' | 'time.daysHours',
  a: number,
  b: number,
): string {
  return b === 0 ? t(one, { a }) : t(both, { a, b: b < 10 ? `0${b}` : b });
}

/** "4 s ago", for a health line, where seconds tell something. */
export function agoWords(at: string, now: number): string {
  const ms = Math.max(0, now - Date.parse(at));
  if (ms < 5_000) return t('time.justNow');
  return t('time.ago', { span: ms < MINUTE ? t('time.seconds', { s: Math.floor(ms / 1000) }) : spanWords(ms) });
}

/** A point in time as short as it can be told: the hour today, the date this year, else with the year. */
export function momentWords(at: string, now: number, zone?: string): string {
  const when = new Date(at);
  const today = new Date(now);
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { day: 'numeric', month: 'short' } as const;
  const inZone = zone ? { timeZone: zone } : {};
  const dayOf = (date: Date) => format({ year: 'numeric', month: '2-digit', day: '2-digit', ...inZone }, date);
  if (dayOf(when) === dayOf(today)) return format({ ...time, ...inZone }, when);
  if (when.getFullYear() === today.getFullYear()) return format({ ...day, ...time, ...inZone }, when);
  return format({ ...day, year: 'numeric', ...inZone }, when);
}

/** The hour alone, below a line that tells the day. */
export function clockWords(at: string): string {
  return format({ hour: '2-digit', minute: '2-digit' }, new Date(at));
}

/** The whole of it, for a tooltip. */
export function fullWords(at: string): string {
  return format({ dateStyle: 'full', timeStyle: 'medium' }, new Date(at));
}

/** A day without a time, `2026-11-22`, which is the same day everywhere. */
export function dateOnly(day: string): string {
  const when = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(when.getTime())
    ? day
    : format({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }, when);
}

export function count(value: number): string {
  return numbers.format(value);
}

/** "12,400" is exact where people compare; "12.4K" is for followers. */
export function short(value: number): string {
  return shortNumbers.format(value);
}

const BYTES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
export function bytes(value: number): string {
  const step = value < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(value) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: BYTES[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(value / 1000 ** step);
}

const numbers = new Intl.NumberFormat(locale);
const shortNumbers = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
const formats = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs a hundred times what using it does, and a thread has hundreds of times on it.
function format(options: Intl.DateTimeFormatOptions, date: Date): string {
  const key = JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made.format(date);
}
