import { type OpenSpan, readHours } from './hours.ts';
import type { Calendar, DaySpan } from './open-hours.ts';

/** A day of one's own, with the hours of that day; none: closed. */
export interface OwnDay {
  readonly date: string;
  readonly name: string;
  readonly spans: readonly DaySpan[];
}

/** A public holiday, closed from so many minutes after midnight. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly from: number;
}

/** As a workspace keeps it. */
export interface KeptCalendar {
  readonly timeZone: string;
  readonly week: readonly OpenSpan[];
  readonly days: readonly OwnDay[];
  readonly holidays: readonly Holiday[];
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** What was decided for a day stands above its holiday, and a holiday above the day of the week. */
export function calendarOf({ timeZone, week, days, holidays }: KeptCalendar): Calendar {
  const known = new Map<string, readonly DaySpan[]>();
  for (const { date, from } of holidays) known.set(date, cutAt(known.get(date) ?? spansOf(week, date), from));
  for (const { date, spans } of days) known.set(date, spans);
  return { timeZone, week, days: known };
}

/** The hours that an inbox states for itself. Null: they are written in a way that nobody reads. */
export function calendarOfInbox({ open, timeZone }: { open: string; timeZone: string }): Calendar | null {
  const week = readHours(open);
  return week && { timeZone, week, days: new Map() };
}

function spansOf(week: readonly OpenSpan[], date: string): readonly DaySpan[] {
  if (week.length === 0) return [{ from: 0, until: 1_440 }];
  const weekday = DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return week.filter(({ days }) => days.some((day) => day === weekday));
}

const cutAt = (spans: readonly DaySpan[], from: number): readonly DaySpan[] =>
  spans.filter((span) => span.from < from).map((span) => ({ from: span.from, until: Math.min(span.until, from) }));
