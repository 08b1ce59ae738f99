const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Day = (typeof DAYS)[number];

/** On these days, from and until so many minutes after midnight; `until` may be 1440. */
export interface OpenSpan {
  readonly days: readonly Day[];
  readonly from: number;
  readonly until: number;
}

const SPAN = /^([a-z]{3})(?:\s*-\s*([a-z]{3}))?\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/;

/** Reads `Mon-Fri 09:00-17:00, Sat 10:00-14:00`. Null: it is written otherwise. An empty text: always open. */
export function readHours(text: string): readonly OpenSpan[] | null {
  const parts = text
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const spans = parts.map(readSpan);
  return spans.every((span) => span !== null) ? spans : null;
}

function readSpan(text: string): OpenSpan | null {
  const [, first = '', last = first, fromHour, fromMinute, untilHour, untilMinute] = SPAN.exec(text) ?? [];
  const [start, end] = [DAYS.indexOf(first as Day), DAYS.indexOf(last as Day)];
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const until = Number(untilHour) * 60 + Number(untilMinute);
  const isWhole = start >= 0 && end >= 0 && Number(fromMinute) < 60 && Number(untilMinute) < 60;
  if (!isWhole || from >= until || until > 1440) return null;
  // "Sat-Mon" goes round the end of the week.
  const count = ((end - start + 7) % 7) + 1;
  return { days: Array.from({ length: count }, (_, at) => DAYS[(start + at) % 7] ?? 'mon'), from, until };
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether it is within the hours, by the clock of that place. */
export function isOpenAt(spans: readonly OpenSpan[], timeZone: string, now: Date): boolean {
  if (spans.length === 0) return true;
  const parts = wallClock(timeZone).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = part('weekday').toLowerCase().slice(0, 3);
  const minute = Number(part('hour')) * 60 + Number(part('minute'));
  return spans.some(({ days, from, until }) => days.includes(day as Day) && minute >= from && minute < until);
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs a hundred times what using it does.
function wallClock(timeZone: string): Intl.DateTimeFormat {
  const format = { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const made = wallClocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', format);
  wallClocks.set(timeZone, made);
  return made;
}
