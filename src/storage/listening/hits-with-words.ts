import { type RawBuilder, sql } from 'kysely';
import { soughtIn } from '../../core/text/fold.ts';

/**
 * So many posts of a board are looked through by one statement: few enough that nobody waits for it, so that what is
 * seldom said comes in several pages, some of them empty.
 */
export const LOOKED_AT = 10_000;

/**
 * A hit `h` with all that somebody looks for: the beginning of a word is enough, in writing without spaces any part of
 * it. What has no letters (a sign, a picture) is looked for as it stands.
 */
export function hasWords(typed: string): RawBuilder<unknown> {
  const sought = soughtIn(typed);
  if (sought.length === 0) return sql`strpos(h.text, ${typed.trim()}) > 0`;
  // Folded text has letters, digits and spaces only: nothing in it means more to `like`.
  const patterns = sought.map((one) => `% ${one.kind === 'word' ? one.beginning : one.pairs.join(' ')}%`);
  return sql.join(
    patterns.map((pattern) => sql`' ' || h.search like ${pattern}`),
    sql` and `,
  );
}
