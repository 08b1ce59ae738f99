import { SENTIMENTS } from '../../core/understanding/understood.ts';
import type { Narrow } from '../api/listening.ts';

const STATES = ['handled', 'all'] as const;
const MOODS = [...SENTIMENTS, 'unclear'] as const;
export const RANGES = [1, 7, 30, 90] as const;
export type Days = (typeof RANGES)[number];
const USUAL_DAYS = 7;
export const TERM_MOST = 80;

/** What of listening is in its address: a link brings back the same screen. */
export interface ListenSearch {
  readonly board?: string;
  /** The big picture in place of the posts. */
  readonly show?: 'picture';
  readonly days?: Exclude<Days, 7>;
  readonly spike?: string;
  /** Without it: what waits. */
  readonly state?: (typeof STATES)[number];
  readonly channel?: string;
  readonly mood?: (typeof MOODS)[number];
  readonly language?: string;
  readonly rule?: string;
  /** Those that say nearly what this one says. */
  readonly alike?: string;
  /** A word that the posts have in them. */
  readonly term?: string;
  readonly from?: string;
  readonly to?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readListenSearch(search: Readonly<Record<string, unknown>>): ListenSearch {
  const state = STATES.find((one) => one === search.state);
  const mood = MOODS.find((one) => one === search.mood);
  const days = RANGES.find((one) => one === Number(search.days));
  const id = (name: 'board' | 'rule' | 'alike' | 'spike') => {
    const value = search[name];
    return typeof value === 'string' && UUID.test(value) ? { [name]: value } : {};
  };
  const text = (name: 'channel' | 'language' | 'term', most: number) => {
    const value = search[name];
    // An address turns "2026" into a number.
    const words = typeof value === 'number' ? String(value) : value;
    return typeof words === 'string' && words !== '' && words.length <= most ? { [name]: words } : {};
  };
  const time = (name: 'from' | 'to') => {
    const value = search[name];
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? {} : { [name]: new Date(at).toISOString() };
  };
  return {
    ...id('board'),
    ...(search.show === 'picture' ? { show: 'picture' } : {}),
    ...(days !== undefined && days !== USUAL_DAYS ? { days } : {}),
    ...id('spike'),
    ...(state ? { state } : {}),
    ...text('channel', 40),
    ...(mood ? { mood } : {}),
    ...text('language', 20),
    ...id('rule'),
    ...id('alike'),
    ...text('term', TERM_MOST),
    ...time('from'),
    ...time('to'),
  };
}

export const daysOf = ({ days }: ListenSearch): Days => days ?? USUAL_DAYS;

/** What the server is asked for. */
export function narrowOf({ state, channel, mood, language, rule, alike, term, from, to }: ListenSearch): Narrow {
  return {
    state: state ?? 'waiting',
    ...(channel ? { channel } : {}),
    ...(mood ? { sentiment: mood } : {}),
    ...(language ? { language } : {}),
    ...(rule ? { rule } : {}),
    ...(alike ? { alike } : {}),
    ...(term ? { words: term } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

/** The board alone: nothing narrows it. */
export const wholeOf = ({ board, state }: ListenSearch): ListenSearch => ({
  ...(board ? { board } : {}),
  ...(state ? { state } : {}),
});
export const isNarrowed = ({ channel, mood, language, rule, alike, term, from, to }: ListenSearch): boolean =>
  [channel, mood, language, rule, alike, term, from, to].some((one) => one !== undefined);
