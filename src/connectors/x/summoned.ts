import type { Includes, Post } from './shapes.ts';
import { reference } from './words.ts';

/**
 * Whether a self-serve app may answer this post: its author mentioned the account in it or quoted one of its posts.
 * Source: X, "Changes to replies by API", in force since 2026-02-23, as of 2026-08.
 */
export function isSummoned(post: Post, { tweets }: Pick<Includes, 'tweets'>, account: string): boolean {
  if (post.entities?.mentions.some(({ id }) => id === account)) return true;
  if (post.note_tweet?.entities?.mentions.some(({ id }) => id === account)) return true;
  const quoted = reference(post, 'quoted');
  return quoted !== undefined && tweets.some(({ id, author_id: by }) => id === quoted && by === account);
}
