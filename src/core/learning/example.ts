import type { Features } from './own.ts';

/** One thing to learn from: what the shipped model said of a text, and what it is. */
export interface Example {
  readonly features: Features;
  /** In the order of the labels; may be shorter, what is missing counts as nearly nothing. */
  readonly base: ArrayLike<number>;
  /** Place of the right label. */
  readonly label: number;
  /** 1 for a correction, less for what was seen and left alone. */
  readonly weight: number;
}

/** Seen by a person and left as it was: says less than a correction, but that the shipped model is often right. */
export const CONFIRMED = 0.2;
export const CORRECTED = 1;
