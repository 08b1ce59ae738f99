import { de } from './hints/de.ts';
import { el } from './hints/el.ts';
import { en } from './hints/en.ts';
import { fi } from './hints/fi.ts';
import { hr } from './hints/hr.ts';
import { hu } from './hints/hu.ts';
import { ko } from './hints/ko.ts';

/**
 * What speaks for or against a matter of today without settling it: something needed is not there, money is gone, it
 * happened this minute, somebody is stuck, depends on others, waits for an event; it is long past, asked in general,
 * put right, or not possible to do.
 */
export const HINTS = [
  'lacking',
  'money',
  'justNow',
  'stuck',
  'dependent',
  'event',
  'past',
  'general',
  'solved',
] as const;
export type Hint = (typeof HINTS)[number];

export type HintWords = Readonly<Record<Hint, readonly string[]>>;

/** Phrases by language. `*` stands for any ending; several words must follow each other. */
export const HINT_WORDS: Readonly<Record<string, HintWords>> = { en, de, el, hr, hu, fi, ko };
