import { signs } from './signs.ts';
import { ALARMS, type Alarm } from './words/alarms.ts';

export interface AlarmsFound {
  readonly alarms: readonly Alarm[];
  /** The words that raised them, as the lists have them. */
  readonly words: Readonly<Partial<Record<Alarm, string>>>;
}

/** What rules make of the words of the message that was read last. */
export function findAlarms(): AlarmsFound {
  const words: Partial<Record<Alarm, string>> = {};
  for (const alarm of ALARMS) {
    const said = signs.words[alarm];
    if (said !== undefined) words[alarm] = said.replaceAll('*', '');
  }
  return { alarms: Object.keys(words) as Alarm[], words };
}
