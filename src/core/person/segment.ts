import { STAGES, type Stage } from './lifecycle.ts';

/** Facts that people declared or that stand in our own books; nothing about anybody is guessed. */
export type SegmentCondition =
  | {
      readonly on: 'field';
      readonly fieldId: string;
      readonly is: 'is' | 'contains';
      readonly value: string | number | boolean;
    }
  | { readonly on: 'field'; readonly fieldId: string; readonly is: 'set' | 'unset' }
  | { readonly on: 'language'; readonly any: readonly string[] }
  | { readonly on: 'channel'; readonly any: readonly string[] }
  | { readonly on: 'stage'; readonly any: readonly Stage[] }
  | { readonly on: 'company'; readonly any: readonly string[] }
  | { readonly on: 'vip'; readonly is: boolean }
  | { readonly on: 'blocked'; readonly is: boolean }
  | { readonly on: 'orders'; readonly least: number }
  | { readonly on: 'spent'; readonly least: number }
  | { readonly on: 'bought'; readonly withinDays: number };

export interface SegmentFilter {
  readonly match: 'all' | 'any';
  readonly conditions: readonly SegmentCondition[];
}
export const SEGMENT_FACTS = [
  'field',
  'language',
  'channel',
  'stage',
  'company',
  'vip',
  'blocked',
  'orders',
  'spent',
  'bought',
] as const;
export { STAGES };
