import type { Head } from '../learning/own.ts';
import { type Limit, MOST_SAID, type Way } from './way.ts';

/** What a workspace decided about asking a language model. */
export interface SecondOpinionChoice {
  readonly isOn: boolean;
  /** Such as `https://host/v1`; no slash at the end. */
  readonly address: string;
  readonly model: string;
  readonly callsADay: number;
  /** Null: calls alone are counted. */
  readonly tokensADay: number | null;
  readonly below: number;
  readonly heads: readonly Head[];
  /** Empty: all of them. */
  readonly languages: readonly string[];
  readonly withPrivate: boolean;
}

/** Why the opinion of the house stands. */
export const LEFT_BECAUSE = [
  'off',
  'budget',
  'resting',
  'late',
  'private',
  'gone',
  'edited',
  'failed',
  'rubbish',
] as const;
export type LeftBecause = (typeof LEFT_BECAUSE)[number];

/** What comes later than this helps nobody who answers now. */
export const PATIENCE_MS = 15 * 60_000;
/** After so many failures in a row it is left alone for a while, then tried once. */
export const MOST_FAILURES = 5;
export const REST_MS = 5 * 60_000;
/** The same words are asked about once in so long. */
export const REMEMBERED_MS = 24 * 3_600_000;

/** The day that a budget is of. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** So much is set aside for the shortest question and its answer: with less, what is left of a day's tokens is nothing. */
export const leastQuestion = (limit: Limit): number => 800 + MOST_SAID[limit];

/** Nothing more may be asked today. */
export function isSpent(
  {
    day,
    calls,
    tokens,
    callsADay,
    tokensADay,
    way,
  }: Pick<SecondOpinionChoice, 'callsADay' | 'tokensADay'> & {
    readonly day: string | null;
    readonly calls: number;
    readonly tokens: number;
    readonly way: Pick<Way, 'limit'>;
  },
  now: Date,
): boolean {
  if (day !== dayOf(now)) return false;
  return calls >= callsADay || (tokensADay !== null && tokens + leastQuestion(way.limit) > tokensADay);
}

/** With another host, a kept key would be given to somebody else. */
export function isSameHouse(one: string, other: string): boolean {
  return originOf(one) === originOf(other);
}
const originOf = (address: string): string => /^[a-z]+:\/\/[^/]*/i.exec(address)?.[0].toLowerCase() ?? address;
