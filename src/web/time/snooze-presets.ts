import type { TextKey } from '../text/t.ts';

export interface Preset {
  readonly key: TextKey;
  readonly until: Date;
}

const MORNING = 9;
const EVENING = 18;

/** When to look again, in the agent's own time. What would lie in the past or says the same twice is left out. */
export function snoozePresets(now: Date): Preset[] {
  const evening = at(now, 0, EVENING);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { key: 'snooze.hour', until: new Date(now.getTime() + 3_600_000) },
    { key: 'snooze.threeHours', until: new Date(now.getTime() + 3 * 3_600_000) },
    ...(evening.getTime() - now.getTime() > 3_600_000 ? [{ key: 'snooze.evening', until: evening } as const] : []),
    { key: 'snooze.tomorrow', until: at(now, 1, MORNING) },
    ...(untilMonday > 1 ? [{ key: 'snooze.monday', until: at(now, untilMonday, MORNING) } as const] : []),
    { key: 'snooze.week', until: at(now, 7, MORNING) },
  ];
}

function at(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
}
