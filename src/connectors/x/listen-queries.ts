import type { Search } from '../../core/listening/search.ts';
import { languageClause } from './listen-languages.ts';
import { hasEndings, stemOf, termOf, termsOf } from './listen-terms.ts';

/** Characters of a query on every plan. Source: X docs, "Search", as of 2026-08 (Enterprise takes more). */
export const QUERY_MOST = 512;
/** What exclusions may take from the words, which would be split for it. */
const EXCLUSIONS_ROOM = 100;

/** One question to the network. Its mark is kept by `key`, which says what is looked for and not who looks. */
export interface ListenQuery {
  readonly key: string;
  readonly query: string;
  /** Without languages and exclusions, should X refuse them. */
  readonly plain: string;
}

/** What a search asks of X: any of the words, one of those that must stand beside, in as many questions as it takes. */
export function queriesOf(search: Search, handle: string): readonly ListenQuery[] {
  const isOwnName = (term: string) => term.toLowerCase() === `@${handle.toLowerCase()}`;
  // what names us comes with the mentions
  const anyOf = termsOf(search.anyOf.map(stemOf)).filter((term) => !isOwnName(term));
  if (anyOf.length === 0) return [];
  const together = togetherOf(search.together);
  const excluded = termsOf(search.without.filter((word) => !hasEndings(word)))
    .filter((term) => !isOwnName(term))
    .map((term) => ` -${term}`);
  const languages = languageClause(search.languages);
  const by = suffixFor(handle);
  const room = QUERY_MOST - by.length - languages.length - Math.min(EXCLUSIONS_ROOM, excluded.join('').length);
  return pairs(anyOf, together, room).map((words) => {
    const body = `${words}${languages}`;
    const key = excluded.reduce(
      (all, one) => (all.length + one.length + by.length <= QUERY_MOST ? all + one : all),
      body,
    );
    return { key, query: key + by, plain: words + by };
  });
}

/** The account's own posts, what mentions it and would be paid for twice, and reposts, which say nothing new. */
const suffixFor = (handle: string): string =>
  /^\w+$/.test(handle) ? ` -from:${handle} -@${handle} -is:retweet` : ' -is:retweet';

/** None where one of them cannot be asked for: a narrower question would miss posts, a wider one costs some more. */
function togetherOf(words: readonly string[]): readonly string[] {
  return words.some((word) => hasEndings(word) || termOf(word) === null) ? [] : termsOf(words);
}

/** Every part of the one list beside every part of the other. */
function pairs(anyOf: readonly string[], together: readonly string[], room: number): string[] {
  if (together.length === 0) return chunks(anyOf, room);
  const [whole, beside] = [either(anyOf).length, either(together).length];
  const half = Math.floor((room - 1) / 2);
  const first = whole <= half ? whole : Math.max(half, room - 1 - beside);
  return chunks(anyOf, first).flatMap((words) =>
    chunks(together, room - 1 - Math.min(first, whole)).map((others) => `${words} ${others}`),
  );
}

const either = (terms: readonly string[]): string => `(${terms.join(' OR ')})`;

function chunks(terms: readonly string[], room: number): string[] {
  const parts: string[][] = [[]];
  for (const term of terms) {
    const part = parts.at(-1) ?? [];
    if (part.length > 0 && either([...part, term]).length > room) parts.push([term]);
    else part.push(term);
  }
  return parts.map(either);
}
