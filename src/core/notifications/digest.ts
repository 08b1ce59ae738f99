import type { Preferences } from './preferences.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * When the period began that a summary is due for now: the full hour, or the last time that the clock on their wall
 * showed the hour they chose. Null: they want no summary. A night in which the clocks change has one too.
 * @param zone IANA; one that is not known counts as UTC
 */
export function periodOf({ mail, mailAt }: Pick<Preferences, 'mail' | 'mailAt'>, zone: string, now: Date): Date | null {
  if (mail === 'hourly') return new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  if (mail !== 'daily') return null;
  const [hours = 0, minutes = 0] = mailAt.split(':').map(Number);
  const today = Math.floor((now.getTime() + offsetAt(zone, now.getTime())) / DAY_MS) * DAY_MS;
  for (const day of [today, today - DAY_MS]) {
    const at = instantOf(zone, day + hours * HOUR_MS + minutes * 60_000);
    if (at <= now.getTime()) return new Date(at);
  }
  return new Date(instantOf(zone, today - 2 * DAY_MS + hours * HOUR_MS + minutes * 60_000));
}

/** The instant at which the wall shows this; in an hour that is skipped, the one as far after the jump. */
function instantOf(zone: string, wall: number): number {
  const first = wall - offsetAt(zone, wall);
  return wall - offsetAt(zone, first);
}

/** How far the wall is ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, at: number): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }): [string, number] => [type, Number(value)]),
  );
  const part = (type: string) => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(at / 1000) * 1000;
}

/** Making one costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? makeFormat(timeZone);
  formats.set(timeZone, format);
  return format;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric' as const;
  const wanted = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
    hourCycle: 'h23' as const,
  };
  try {
    return new Intl.DateTimeFormat('en-US', { ...wanted, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...wanted, timeZone: 'UTC' });
  }
}
