import type { TextKey } from '../../text/t.ts';
import { type Preset, snoozePresets } from '../../time/snooze-presets.ts';

export interface SendTime extends Preset {
  /** The network would not take it any more by then. */
  readonly isClosed: boolean;
}

/** What is further off is chosen by hand. */
const OFFERED = new Set<TextKey>(['snooze.hour', 'snooze.evening', 'snooze.tomorrow', 'snooze.monday']);

/** When an answer may go out later, in the agent's own time. */
export function sendTimes(now: Date, closesAt: string | null): SendTime[] {
  return snoozePresets(now)
    .filter(({ key }) => OFFERED.has(key))
    .map((time) => ({ ...time, isClosed: closesAt !== null && time.until.getTime() >= Date.parse(closesAt) }));
}
