import type { TextKey } from '../../text/t.ts';

export interface SendTime {
  readonly key: TextKey;
  readonly at: Date;
  /** The network would not take it any more by then. */
  readonly isClosed: boolean;
}

const MORNING = 9;
const EVENING = 18;
const HOUR_MS = 3_600_000;

/** When an answer may go out later, in the agent's own time; what would say the same twice is left out. */
export function sendTimes(now: Date, closesAt: string | null): SendTime[] {
  const at = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const evening = at(0, EVENING);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  const times: { readonly key: TextKey; readonly at: Date }[] = [
    { key: 'send.atHour', at: new Date(now.getTime() + HOUR_MS) },
    ...(evening.getTime() - now.getTime() > HOUR_MS ? [{ key: 'send.atEvening' as const, at: evening }] : []),
    { key: 'send.atTomorrow', at: at(1, MORNING) },
    ...(untilMonday > 1 ? [{ key: 'send.atMonday' as const, at: at(untilMonday, MORNING) }] : []),
  ];
  return times.map((time) => ({ ...time, isClosed: closesAt !== null && time.at.getTime() >= Date.parse(closesAt) }));
}

/** What a field for date and time holds: local, without a zone. */
export function fieldTime(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
