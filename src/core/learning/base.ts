import type { Reading } from '../understanding/understood.ts';
import type { Features, Head } from './own.ts';

/** What the shipped model alone says of a text, without any rule: what an own model is laid over. */
export interface Base {
  readonly language: string | null;
  readonly features: Features;
  /** Probabilities in the order of `LABELS`. */
  readonly p: Readonly<Record<Head, ArrayLike<number>>>;
}
export type BaseOf = (text: string, reading: Reading) => Base;

/** How well the shipped model did on messages that nobody trained on. */
export interface Gate {
  /** Below the gate nothing of it is shown in that language. */
  readonly passed: boolean;
  /** Macro F1, 0 to 1. */
  readonly score: number;
  readonly accuracy: number;
  readonly lines: number;
}
export interface ShippedModel {
  readonly version: string;
  readonly gates: Readonly<Record<string, Readonly<Partial<Record<Head, Gate>>>>>;
}
