import type { QuietHours } from './preferences.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/**
 * Whether nothing may be shown or heard now. Hours that end before they begin run over midnight and belong to the day
 * on which they begin; hours that end when they begin last the whole day. What counts is the clock on the wall, so that
 * a night in which the clocks change is quiet from the hour chosen to the hour chosen.
 * @param zone IANA; one that is not known counts as UTC
 */
export function isQuiet(hours: QuietHours | null, zone: string, now: Date): boolean {
  if (!hours) return false;
  const { day, clock } = onTheWall(zone, now);
  const beganToday = hours.days.includes(day);
  const beganYesterday = hours.days.includes((day + 6) % 7);
  if (hours.from < hours.to) return beganToday && clock >= hours.from && clock < hours.to;
  return (beganToday && clock >= hours.from) || (beganYesterday && clock < hours.to);
}

function onTheWall(zone: string, now: Date): { readonly day: number; readonly clock: string } {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  return { day: DAYS.indexOf(parts.get('weekday') ?? ''), clock: `${parts.get('hour')}:${parts.get('minute')}` };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const wanted = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...wanted, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...wanted, timeZone: 'UTC' });
  }
}
