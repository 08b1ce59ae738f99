import type { WeekSpan } from '../../../wire/clocks.ts';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof DAYS)[number];
/** Minutes after midnight; null: not filled in yet. */
export interface Shift {
  readonly from: number | null;
  readonly until: number | null;
}
export type Week = Readonly<Record<Weekday, readonly Shift[]>>;

export const MIDNIGHT = 1_440;

export function weekOf(spans: readonly WeekSpan[]): Week {
  const shifts = (day: Weekday) =>
    spans
      .filter(({ days }) => days.includes(day))
      .map(({ from, until }) => ({ from, until }))
      .toSorted((a, b) => a.from - b.from);
  return Object.fromEntries(DAYS.map((day) => [day, shifts(day)])) as unknown as Week;
}

/** As it is kept: days with the same shift are one. */
export function spansOf(week: Week): WeekSpan[] {
  const found = new Map<string, { days: Weekday[]; from: number; until: number }>();
  for (const day of DAYS)
    for (const { from, until } of week[day]) {
      if (from === null || until === null) continue;
      const span = found.get(`${from} ${until}`) ?? { days: [], from, until };
      found.set(`${from} ${until}`, { ...span, days: [...span.days, day] });
    }
  return [...found.values()];
}

/** Whether each shift is filled in and ends after it begins. */
export const isInOrder = (shifts: readonly Shift[]): boolean =>
  shifts.every(({ from, until }) => from !== null && until !== null && from < until);

/** The next one that suggests itself: the day, or the afternoon after a morning. */
export function nextShift(shifts: readonly Shift[]): Shift {
  const last = shifts.at(-1)?.until ?? null;
  if (last === null) return { from: 540, until: 1_020 };
  const from = Math.min(last + 60, MIDNIGHT - 60);
  return { from, until: Math.min(from + 240, MIDNIGHT) };
}

const two = (value: number) => String(value).padStart(2, '0');
/** As a time field wants it. The end of a day is its last midnight. */
export const timeOf = (minutes: number | null): string =>
  minutes === null ? '' : `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

export function minutesOf(time: string, isEnd: boolean): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const found = Number(hours) * 60 + Number(minutes);
  return isEnd && found === 0 ? MIDNIGHT : found;
}
