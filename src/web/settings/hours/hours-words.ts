import type { Calendar } from '../../../wire/clocks.ts';
import { locale, t } from '../../text/t.ts';
import { DAYS, timeOf, weekOf } from './day-shifts.ts';

const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
const nameOf = (at: number) => short.format(new Date(Date.UTC(1970, 0, 5 + at)));

/** "Mon–Fri 09:00–13:00, 14:00–18:00 · Sat 10:00–14:00": days in a row with the same shifts are told once. */
export function weekInWords({ week }: Pick<Calendar, 'week'>): string {
  if (week.length === 0) return t('hours.round');
  const shifts = weekOf(week);
  const said = DAYS.map((day) =>
    shifts[day].map(({ from, until }) => `${timeOf(from)}–${until === 1_440 ? '24:00' : timeOf(until)}`).join(', '),
  );
  const parts: string[] = [];
  for (let first = 0; first < 7; ) {
    let last = first;
    while (last < 6 && said[last + 1] === said[first]) last += 1;
    const days = last === first ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`;
    if (said[first]) parts.push(`${days} ${said[first]}`);
    first = last + 1;
  }
  return parts.join(' · ');
}
