import { de } from './alarms/de.ts';
import { el } from './alarms/el.ts';
import { en } from './alarms/en.ts';
import { fi } from './alarms/fi.ts';
import { hr } from './alarms/hr.ts';
import { hu } from './alarms/hu.ts';
import { ko } from './alarms/ko.ts';

/** What makes a matter one of today or of now, whatever else is said. */
export const ALARMS = ['injury', 'danger', 'fraud', 'vulnerable', 'minor', 'legal', 'press', 'deadline'] as const;
export type Alarm = (typeof ALARMS)[number];

export type AlarmWords = Readonly<Record<Alarm, readonly string[]>>;

/** Phrases by language, without accents. `*` stands for any ending; several words must follow each other. */
export const ALARM_WORDS: Readonly<Record<string, AlarmWords>> = { en, de, el, hr, hu, fi, ko };
