import { readDay } from './read-day.ts';

/** What people write behind a colon and the house resolves to things of its own. */
const NAMED = ['from', 'inbox', 'channel', 'label', 'assignee', 'team'] as const;
export const STATES = [
  'waiting',
  'answered',
  'public',
  'private',
  'note',
  'snoozed',
  'promised',
  'overdue',
  'mine',
  'unassigned',
  'blocked',
  'muted',
] as const;
export const PARTS = ['file', 'image', 'video', 'audio', 'link'] as const;
/** Other words for the same. */
const ALSO: Readonly<Record<string, string>> = {
  in: 'inbox',
  tag: 'label',
  by: 'from',
  since: 'after',
  until: 'before',
};

export type NamedKey = (typeof NAMED)[number];
export type IsState = (typeof STATES)[number];
export type HasPart = (typeof PARTS)[number];
export type Operator = { readonly isExcluded: boolean } & (
  | { readonly key: NamedKey; readonly value: string }
  | { readonly key: 'is'; readonly value: IsState }
  | { readonly key: 'has'; readonly value: HasPart }
);
export interface Query {
  /** To be found as beginnings of words. */
  readonly words: string;
  /** To be found as they are, word after word. */
  readonly phrases: readonly string[];
  readonly excludedWords: readonly string[];
  readonly excludedPhrases: readonly string[];
  readonly operators: readonly Operator[];
  /** Said at this moment or later, and said before this one. */
  readonly from: Date | null;
  readonly to: Date | null;
  /** In words for whoever wrote it. */
  readonly notUnderstood: readonly string[];
}

/** `-`, then a key with its colon, then words in quotes or one without. */
const TERM = /(-)?(?:(\p{L}+):)?(?:["“”«]([^"“”»]*)(?:["“”»]|$)|(\S+))/gu;

/** @param now what `7d`, `today` and the like count from; days begin at midnight UTC */
export function parseQuery(text: string, now: Date): Query {
  const words: string[] = [];
  const lists = { phrases: [] as string[], excludedWords: [] as string[], excludedPhrases: [] as string[] };
  const operators: Operator[] = [];
  const notUnderstood: string[] = [];
  let from: Date | null = null;
  let to: Date | null = null;

  for (const [whole, minus, rawKey, quoted, bare] of text.normalize('NFC').matchAll(TERM)) {
    const isExcluded = minus !== undefined;
    const value = (quoted ?? bare ?? '').trim();
    const key = rawKey && (ALSO[rawKey.toLowerCase()] ?? rawKey.toLowerCase());
    const isAddress = key !== undefined && value.startsWith('//');
    if (!key || isAddress) {
      const said = isAddress ? whole : value;
      const lone = said.endsWith(':') ? said.slice(0, -1).toLowerCase() : '';
      if (quoted === undefined && includes(KEYS, ALSO[lone] ?? lone)) notUnderstood.push(nothingBehind(lone));
      else if (quoted !== undefined) lists[isExcluded ? 'excludedPhrases' : 'phrases'].push(said);
      else if (isExcluded) lists.excludedWords.push(said);
      else words.push(said);
    } else if (key === 'before' || key === 'after') {
      const day = readDay(value, now);
      if (!day) notUnderstood.push(`${key}:${value} is no day. Write 2026-11-22, 7d, today or yesterday.`);
      else if ((key === 'before') === isExcluded) from = later(from, day);
      else to = earlier(to, day);
    } else if (includes(NAMED, key) && value !== '') operators.push({ key, value, isExcluded });
    else if (key === 'is' && includes(STATES, value.toLowerCase()))
      operators.push({ key, value: value.toLowerCase() as IsState, isExcluded });
    else if (key === 'has' && includes(PARTS, one(value)))
      operators.push({ key, value: one(value) as HasPart, isExcluded });
    else if (key === 'is') notUnderstood.push(`is:${value} means nothing here. It can be ${STATES.join(', ')}.`);
    else if (key === 'has') notUnderstood.push(`has:${value} means nothing here. It can be ${PARTS.join(', ')}.`);
    else if (includes(NAMED, key)) notUnderstood.push(nothingBehind(key));
    else {
      notUnderstood.push(`${rawKey}: is no operator; it was looked for as words.`);
      words.push(`${rawKey} ${value}`);
    }
  }
  return { words: words.join(' '), ...lists, operators, from, to, notUnderstood };
}

const KEYS = [...NAMED, 'is', 'has', 'before', 'after'] as const;
const nothingBehind = (key: string) => `${key}: has nothing behind its colon.`;
const includes = <One extends string>(list: readonly One[], text: string): text is One =>
  (list as readonly string[]).includes(text);
const one = (value: string) => value.toLowerCase().replace(/s$/, '');
const later = (a: Date | null, b: Date) => (a && a > b ? a : b);
const earlier = (a: Date | null, b: Date) => (a && a < b ? a : b);
