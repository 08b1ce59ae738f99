const formats = new Map<string, Intl.DateTimeFormat>();

/** Clocks are changed on a quarter of an hour. */
const QUARTER_MS = 15 * 60_000;
/** Enough for a year of one place; then it is worked out anew. */
const MOST_KNOWN = 40_000;
const known = new Map<string, Map<number, number>>();

/** How far the wall clock of a zone is ahead of UTC at an instant, in milliseconds. Asked for many times in the same hours. */
export function zoneOffset(timeZone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER_MS);
  const there = known.get(timeZone) ?? new Map<number, number>();
  const found = there.get(quarter) ?? workedOut(timeZone, quarter * QUARTER_MS);
  if (there.size > MOST_KNOWN) there.clear();
  there.set(quarter, found);
  known.set(timeZone, there);
  return found;
}

function workedOut(timeZone: string, at: number): number {
  const found: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) found[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

// Making a formatter costs a hundred times what using it does.
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(timeZone, made);
  return made;
}
