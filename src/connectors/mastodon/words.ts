import { measure } from '../../core/text/measure.ts';
import type { Limits } from './instance.ts';

const NAME = /(?<=^|[^\w@./])@([\w.-]*\w)(?:@[\w.-]*\w)?/g;
const ADDRESS = /https?:\/\/[^\s<>"]+/g;

/** Everybody who is to be told stands in the text; whoever stands there already is not named twice. */
export function withNames(text: string, names: readonly string[]): string {
  const there = new Set([...text.matchAll(NAME)].map(([name]) => name.slice(1).toLowerCase()));
  const missing = names.filter((name) => !there.has(name.toLowerCase()));
  return [...missing.map((name) => `@${name}`), text].join(' ').trim();
}

/** As Mastodon counts: an address as 23 characters, a name without its server, the warning too. */
export function lengthOf(
  text: string,
  warning: string,
  { charactersPerUrl }: Pick<Limits, 'charactersPerUrl'>,
): number {
  const counted = text.replace(ADDRESS, 'x'.repeat(charactersPerUrl)).replace(NAME, '@$1');
  return measure(counted, 'graphemes') + measure(warning, 'graphemes');
}

/** Names as they are shown: without their servers. */
export const shownNames = (text: string): string => text.replace(NAME, '@$1');
