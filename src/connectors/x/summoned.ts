import type { Includes, Post } from './shapes.ts';
import { reference } from './words.ts';

/**
 * Whom this post calls: those it mentions, and whose post it quotes. Only they may answer it by a self-serve app.
 * Source: X, "Changes to replies by API", in force since 2026-02-23, as of 2026-08.
 */
export function calledIn(post: Post, { tweets }: Pick<Includes, 'tweets'>): string[] {
  const mentions = [...(post.entities?.mentions ?? []), ...(post.note_tweet?.entities?.mentions ?? [])];
  const quoted = reference(post, 'quoted');
  const author = tweets.find(({ id }) => id === quoted)?.author_id;
  return [...new Set([...mentions.map(({ id }) => id), author].flatMap((id) => id ?? []))];
}
