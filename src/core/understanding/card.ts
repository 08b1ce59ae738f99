import type { Head } from '../learning/own.ts';
import type { Calibrations } from './heads.ts';

/** How an opinion did on lines that nobody trains on. */
export interface Gate {
  readonly passed: boolean;
  /** Macro-F1, 0 to 1. */
  readonly score: number;
  readonly accuracy: number;
  readonly lines: number;
}
/** What is known of the shipped model. */
export interface Card {
  readonly version: string;
  /** The hash of all that it was made of. */
  readonly inputs: string;
  /** By language. */
  readonly calibrations: Readonly<Record<string, Calibrations>>;
  readonly gates: Readonly<Record<string, Readonly<Record<Head, Gate>>>>;
}
