import { useState } from 'react';
import type { z } from 'zod';
import { FACTORS } from '../../../core/priority/factor.ts';
import { differences } from '../../../core/priority/scale.ts';
import type { Factor, HeldScale, Scale } from '../../../wire/priority.ts';

export interface Draft {
  readonly weights: Scale;
  /** How many factors differ from what counts now. */
  readonly changed: number;
  readonly isDirty: boolean;
  /** What is to be sent: null gives up weights of one's own. */
  readonly sent: Scale | null;
  /** Whether there is anything of one's own to give up. */
  readonly mayGiveUp: boolean;
  readonly change: (id: keyof Scale, to: Partial<Scale[keyof Scale]>) => void;
  readonly giveUp: () => void;
  readonly discard: () => void;
}

/** Weights while somebody moves them. @param fallback what counts without weights of one's own; null: the shipped ones */
export function useDraft(held: HeldScale, factors: readonly z.infer<typeof Factor>[], fallback: Scale | null): Draft {
  const [weights, setWeights] = useState(held.weights);
  const [doesFollow, setFollow] = useState(false);
  const changed = Object.keys(differences(held.weights, weights).after).length;
  const shipped = fallback ?? shippedOf(factors);
  return {
    weights,
    changed,
    isDirty: changed > 0 || doesFollow,
    sent: doesFollow ? null : weights,
    mayGiveUp: held.isOwn && !doesFollow,
    change: (id, to) => {
      setFollow(false);
      setWeights((now) => ({ ...now, [id]: { ...now[id], ...to } }));
    },
    giveUp: () => {
      setFollow(true);
      setWeights(shipped);
    },
    discard: () => {
      setFollow(false);
      setWeights(held.weights);
    },
  };
}

function shippedOf(factors: readonly z.infer<typeof Factor>[]): Scale {
  const weightOf = (id: string) => factors.find((one) => one.id === id)?.weight ?? 0;
  return Object.fromEntries(FACTORS.map((id) => [id, { isOn: true, weight: weightOf(id) }])) as Scale;
}
