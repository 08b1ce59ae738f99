import { NOTIFICATION_KINDS, type NotificationKind } from './kinds.ts';

export interface QuietHours {
  /** 0 is Sunday; the days on which the hours begin. */
  readonly days: readonly number[];
  /** `HH:MM` in the person's own zone. */
  readonly from: string;
  readonly to: string;
}
/** How somebody works and wants to be called. */
export interface Preferences {
  readonly notify: Readonly<Record<NotificationKind, boolean>>;
  readonly browser: boolean;
  readonly sound: boolean;
  readonly quietHours: QuietHours | null;
  /** IANA; null: whatever the browser says. */
  readonly timeZone: string | null;
  /** What a browser of theirs last said. */
  readonly seenZone: string | null;
  /** Whether names and words of customers may stand in what browsers are pushed, over wires that are not ours. */
  readonly pushText: boolean;
  /** Mails to them: none, what is wrong at once, and besides that what they have not seen, each hour or each day. */
  readonly mail: 'off' | 'alerts' | 'hourly' | 'daily';
  /** When the daily one goes out, `HH:MM` in their zone. */
  readonly mailAt: string;
  /** How long a reply can be taken back before it goes out, in seconds. */
  readonly undoSeconds: number;
  readonly afterSending: 'next' | 'stay' | 'list';
}
/** What somebody chose; what they left open is as for everybody. */
export type ChosenPreferences = {
  readonly [Key in Exclude<keyof Preferences, 'notify'>]?: Preferences[Key] | undefined;
} & { readonly notify?: { readonly [Kind in NotificationKind]?: boolean | undefined } | undefined };

const DEFAULTS: Omit<Preferences, 'notify'> = {
  browser: false,
  sound: false,
  quietHours: null,
  timeZone: null,
  seenZone: null,
  pushText: false,
  mail: 'alerts',
  mailAt: '08:00',
  undoSeconds: 10,
  afterSending: 'next',
};

/** What somebody chose, over what holds for whoever chose nothing: called by everything, in silence. */
export function withDefaults({ notify, ...chosen }: ChosenPreferences): Preferences {
  const said = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
  const kinds = NOTIFICATION_KINDS.map((kind) => [kind, notify?.[kind] ?? true] as const);
  return { ...DEFAULTS, ...said, notify: Object.fromEntries(kinds) as Preferences['notify'] };
}

/** In which zone their hours are meant. */
export const zoneOf = ({ timeZone, seenZone }: Pick<Preferences, 'timeZone' | 'seenZone'>): string =>
  timeZone ?? seenZone ?? 'UTC';
