import type { ReactNode } from 'react';
import type { StepName } from './state.ts';

/** A line of the palette. */
export interface Item {
  readonly id: string;
  readonly name: string;
  /** Other words that it is found by. */
  readonly also?: string;
  readonly detail?: string;
  readonly keys?: string;
  readonly icon?: ReactNode;
  /** What is asked next; without it the palette closes. */
  readonly next?: StepName | `filter:${string}`;
  readonly run?: () => void;
}
export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}
