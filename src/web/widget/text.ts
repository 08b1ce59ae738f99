import { de, el, es, fi, fr } from './text-de-fr.ts';
import { hr, hu, it, ko, sv } from './text-hr-sv.ts';

const en = {
  open: 'Open chat',
  openUnread: 'Open chat, {count} new',
  close: 'Close chat',
  write: 'Write a message',
  send: 'Send',
  attach: 'Attach files',
  remove: 'Remove {name}',
  you: 'You',
  sending: 'Sending…',
  failed: 'Not sent.',
  again: 'Try again',
  seen: 'Seen',
  edited: 'edited',
  answerTime: 'Usual answer time: up to {time}',
  here: 'We are here',
  away: 'We are away just now',
  awayAbout: 'Leave your mail address, so that we can reach you when you have left this page.',
  email: 'Mail address',
  name: 'Name (optional)',
  emailNeeded: 'Enter a mail address, such as ida@example.com.',
  tooMany: 'At most 5 files at a time.',
  tooLarge: 'Files may be 5 MB together.',
  tooLong: 'A message may have 5,000 characters.',
  file: 'File',
  download: 'Save {name}',
  begin: 'Write to us. Your messages stay here when you come back.',
  newMessage: 'New messages',
} as const;
export type Words = Readonly<Record<keyof typeof en, string>>;

const CATALOGUE: Readonly<Record<string, Words>> = { en, de, el, es, fi, fr, hr, hu, it, ko, sv };
export const LANGUAGES = Object.keys(CATALOGUE);

export interface Texts {
  readonly language: string;
  say(key: keyof Words, values?: Readonly<Record<string, string | number>>): string;
}

/** @param wanted languages in the order in which they are liked; English where none of them is here */
export function textsIn(wanted: readonly string[]): Texts {
  const known = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find((tag) => Object.hasOwn(CATALOGUE, tag));
  const language = known ?? 'en';
  const words = CATALOGUE[language] ?? en;
  return {
    language,
    say: (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap)),
  };
}

/** "5 minutes", "2 hours", in the words of the language. */
export function spanWords(ms: number, language: string): string {
  const minutes = Math.round(ms / 60_000);
  const [count, unit] = minutes < 60 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
