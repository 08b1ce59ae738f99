import type { Json } from '../ids.ts';
import type { OutgoingKind, TargetMessage } from './outgoing.ts';

/** One act on one thing of the network, asked about before it is offered. */
export interface AskedFor {
  readonly kind: OutgoingKind;
  /** The message to act on or to answer; null for a post of our own. */
  readonly target: Pick<TargetMessage, 'id' | 'remote' | 'sentAt'> | null;
  /** Where it hangs; null for a post of our own. */
  readonly thread: { readonly reach: 'owned_public' | 'owned_private' | 'earned'; readonly remote: Json } | null;
  readonly settings: Json;
}

/** `elsewhere`: a person can still do it by hand, at this address of the network. */
export type Allowance =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly why: string; readonly elsewhere?: string };

export const ALLOWED: Allowance = { isAllowed: true };
