import type { Content } from '../channel/content.ts';

/** How good a review is, from 0 (worst) to 1 (best); null: it is none. */
export function ratingOf({ rating }: Pick<Content, 'rating'>): number | null {
  if (rating === undefined) return null;
  if ('positive' in rating) return rating.positive ? 1 : 0;
  return rating.of > 1 ? (rating.stars - 1) / (rating.of - 1) : null;
}
