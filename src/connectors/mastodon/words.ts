import { measure } from '../../core/text/measure.ts';
import type { Limits } from './instance.ts';

const NAME = /(?<=^|[^\w@./])@([\w.-]*\w)(?:@[\w.-]*\w)?/g;
const ADDRESS = /https?:\/\/[^\s<>"]+/g;

/** Everybody who is named, with their servers. */
export const namesIn = (text: string): string[] => [...text.matchAll(NAME)].map(([name]) => name.slice(1));

/**
 * Everybody who is to be told stands in the text; whoever stands there already is not named twice. Posts show names
 * without their server: a short one means whoever of them is called so, and not a stranger of our own server.
 */
export function withNames(text: string, names: readonly string[]): string {
  const whole = text.replace(NAME, (name) => `@${fullName(name.slice(1), names)}`);
  const there = new Set(namesIn(whole).map((name) => name.toLowerCase()));
  const missing = names.filter((name) => !there.has(name.toLowerCase()));
  return [...missing.map((name) => `@${name}`), whole].join(' ').trim();
}

function fullName(name: string, names: readonly string[]): string {
  const wanted = name.toLowerCase();
  if (name.includes('@') || names.some((one) => one.toLowerCase() === wanted)) return name;
  const [only, ...others] = names.filter((one) => one.toLowerCase().startsWith(`${wanted}@`));
  return only !== undefined && others.length === 0 ? only : name;
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
