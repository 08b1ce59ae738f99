import type { OpenSpan } from './hours.ts';
import { zoneOffset } from './zone-offset.ts';

/** From and until so many minutes after midnight, by the clock on the wall. */
export interface DaySpan {
  readonly from: number;
  readonly until: number;
}

/** When somebody is there, by the clock of a place. */
export interface Calendar {
  readonly timeZone: string;
  /** None: round the clock. */
  readonly week: readonly OpenSpan[];
  /** Days that differ from their weekday, by `2026-12-24`; without a span it is closed. */
  readonly days: ReadonlyMap<string, readonly DaySpan[]>;
}

/** Open from the first instant until before the second, in milliseconds. */
export type Stretch = readonly [number, number];

/** A calendar that answers for any day, worked out once a day of it. */
export interface OpenHours {
  /** The day of an instant there, counted from the first of 1970. */
  dayOf(at: number): number;
  /** In order; none: closed. */
  on(day: number): readonly Stretch[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** No place is further from UTC. */
const FURTHEST_MS = 15 * 60 * MINUTE_MS;
const WHOLE_DAY: readonly DaySpan[] = [{ from: 0, until: 1_440 }];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export function openHours(calendar: Calendar): OpenHours {
  const known = new Map<number, readonly Stretch[]>();
  return {
    dayOf: (at) => Math.floor((at + zoneOffset(calendar.timeZone, at)) / DAY_MS),
    on(day) {
      const made = known.get(day) ?? stretchesOn(calendar, day);
      known.set(day, made);
      return made;
    },
  };
}

/** What the calendar says of a day, by the clock on the wall. */
function spansOn({ week, days }: Calendar, day: number): readonly DaySpan[] {
  const date = new Date(day * DAY_MS);
  const own = days.get(date.toISOString().slice(0, 10));
  if (own) return own;
  if (week.length === 0) return WHOLE_DAY;
  const weekday = WEEKDAYS[date.getUTCDay()];
  return week.filter((span) => span.days.some((one) => one === weekday));
}

/**
 * The same in instants. Where the clocks are changed, an hour that is missing is not open and one that comes twice is
 * open twice, as anybody sees who looks at the wall.
 */
function stretchesOn(calendar: Calendar, day: number): readonly Stretch[] {
  const spans = spansOn(calendar, day);
  if (spans.length === 0) return [];
  const wall = day * DAY_MS;
  const [low, high] = [wall - FURTHEST_MS, wall + DAY_MS + FURTHEST_MS];
  const [before, after] = [zoneOffset(calendar.timeZone, low), zoneOffset(calendar.timeZone, high)];
  const at = ({ from, until }: DaySpan, offset: number): Stretch => [
    wall + from * MINUTE_MS - offset,
    wall + until * MINUTE_MS - offset,
  ];
  if (before === after) return joined(spans.map((span) => at(span, before)));
  const turn = turnBetween(calendar.timeZone, low, high, before);
  return joined(
    spans.flatMap((span) => {
      const [[from, until], [again, end]] = [at(span, before), at(span, after)];
      return [[from, Math.min(until, turn)] as const, [Math.max(again, turn), end] as const];
    }),
  );
}

/** When the offset changes, to the second. */
function turnBetween(timeZone: string, low: number, high: number, before: number): number {
  let [same, other] = [low / 1_000, high / 1_000];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (zoneOffset(timeZone, middle * 1_000) === before) same = middle;
    else other = middle;
  }
  return other * 1_000;
}

/** In order, without empty ones, and those that touch or overlap as one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const made: Stretch[] = [];
  for (const [from, until] of stretches.toSorted((a, b) => a[0] - b[0])) {
    if (from >= until) continue;
    const last = made.at(-1);
    if (last && from <= last[1]) made[made.length - 1] = [last[0], Math.max(last[1], until)];
    else made.push([from, until]);
  }
  return made;
}
