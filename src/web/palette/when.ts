import { useMemo } from 'react';

/** How many minutes a unit has, by what is written for it. */
export const MINUTES_IN: Readonly<Record<string, number>> = { m: 1, min: 1, h: 60, d: 1440, w: 10_080 };
const MORNING = 9;

/** A time to come that somebody types: `45m`, `3h`, `2d`, `14:30`, `2026-12-01`, `2026-12-01 14:30`. Null: none. */
export function readWhen(text: string, now: Date): Date | null {
  const typed = text.trim().toLowerCase();
  const span = /^(\d{1,4}(?:\.\d)?)\s*(m|min|h|d|w)$/.exec(typed);
  if (span) return future(new Date(now.getTime() + Number(span[1]) * (MINUTES_IN[span[2] ?? 'm'] ?? 1) * 60_000), now);
  const clock = /^(\d{1,2}):(\d{2})$/.exec(typed);
  if (clock) {
    const [hour, minute] = [Number(clock[1]), Number(clock[2])];
    if (hour > 23 || minute > 59) return null;
    const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour, minute);
    return today > now ? today : new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour, minute);
  }
  const day = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t](\d{1,2}):(\d{2}))?$/.exec(typed);
  if (!day) return null;
  const [year, month, date, hour, minute] = [day[1], day[2], day[3], day[4] ?? MORNING, day[5] ?? 0].map(Number);
  const at = new Date(year ?? 0, (month ?? 1) - 1, date, hour, minute);
  // The calendar would make 31 February the 3rd of March.
  return at.getMonth() === (month ?? 1) - 1 && at.getDate() === date ? future(at, now) : null;
}

const future = (at: Date, now: Date) => (at > now ? at : null);

export function useWhen(typed: string): Date | null {
  return useMemo(() => readWhen(typed, new Date()), [typed]);
}
