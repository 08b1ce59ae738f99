export const STAGES = ['first_contact', 'lead', 'customer', 'returning'] as const;
export type Stage = (typeof STAGES)[number];

export interface StageFacts {
  /** Decided by hand; null: by the rules. */
  readonly byHand: Stage | null;
  /** Null: nothing is known of purchases. */
  readonly orders: number | null;
  /** Whether they ever asked to buy. */
  readonly wantedToBuy: boolean;
}
export type StageReason = 'by_hand' | 'two_orders' | 'one_order' | 'wants_to_buy' | 'nothing_known';

/** How far somebody is on the way to buying from us again, and why. Storage says the same in SQL. */
export function stageOf({ byHand, orders, wantedToBuy }: StageFacts): {
  readonly stage: Stage;
  readonly because: StageReason;
} {
  if (byHand) return { stage: byHand, because: 'by_hand' };
  if ((orders ?? 0) >= 2) return { stage: 'returning', because: 'two_orders' };
  if (orders === 1) return { stage: 'customer', because: 'one_order' };
  return wantedToBuy
    ? { stage: 'lead', because: 'wants_to_buy' }
    : { stage: 'first_contact', because: 'nothing_known' };
}
