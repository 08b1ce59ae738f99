import { PARTS, STATES } from '../../core/search/parse-query.ts';
import { foldName } from '../../core/text/fold-name.ts';

/** What can be written behind each operator, where it is known. */
export interface Vocabulary {
  readonly inbox: readonly string[];
  readonly label: readonly string[];
  readonly assignee: readonly string[];
  readonly team: readonly string[];
  readonly channel: readonly string[];
}
export interface Completion {
  /** The whole text with it. */
  readonly text: string;
  /** What is put in: `is:`, `label:"Not angry"`. */
  readonly term: string;
}
export interface Term {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const OPERATORS = [
  'from',
  'inbox',
  'label',
  'is',
  'has',
  'before',
  'after',
  'assignee',
  'team',
  'channel',
] as const;
const DAYS = ['today', 'yesterday', '7d', '30d'];
const MOST = 8;

/** What the word at the end may become: an operator, or a value behind one. */
export function complete(text: string, vocabulary: Vocabulary): readonly Completion[] {
  const [last = ''] = /(?:-?\p{L}+:"[^"]*|\S*)$/u.exec(text) ?? [];
  const before = text.slice(0, text.length - last.length);
  const minus = last.startsWith('-') ? '-' : '';
  const word = last.slice(minus.length);
  const colon = word.indexOf(':');
  const terms =
    colon === -1
      ? OPERATORS.filter((key) => word !== '' && key.startsWith(word.toLowerCase())).map((key) => `${key}:`)
      : valuesOf(word.slice(0, colon).toLowerCase(), vocabulary)
          .filter((value) => {
            const typed = foldName(word.slice(colon + 1).replaceAll('"', ''));
            return foldName(value) !== typed && foldName(value).includes(typed);
          })
          .map((value) => `${word.slice(0, colon)}:${quoted(value)} `);
  return terms.slice(0, MOST).map((term) => ({ text: `${before}${minus}${term}`, term: `${minus}${term.trim()}` }));
}

/** The operators that stand in a text, each with what is behind it. */
export function termsIn(text: string): readonly Term[] {
  return [...text.matchAll(/-?\p{L}+:(?:"[^"]*"|[^\s"]+)/gu)]
    .map((found) => ({ text: found[0], start: found.index, end: found.index + found[0].length }))
    .filter(({ text: term }) => (OPERATORS as readonly string[]).includes(term.replace(/^-/, '').split(':')[0] ?? ''));
}

export function without(text: string, { start, end }: Term): string {
  return `${text.slice(0, start)}${text.slice(end)}`.replace(/\s+/g, ' ').trimStart();
}

function valuesOf(key: string, vocabulary: Vocabulary): readonly string[] {
  if (key === 'is') return STATES;
  if (key === 'has') return PARTS;
  if (key === 'before' || key === 'after') return DAYS;
  const known = Object.entries(vocabulary).find(([name]) => name === key);
  return known ? (known[1] as readonly string[]) : [];
}

const quoted = (value: string) => (/\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value);
