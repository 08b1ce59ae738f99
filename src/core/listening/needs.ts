import type { Understood } from '../understanding/understood.ts';

/** What a post is understood to be that calls for care, also where no word of any list stands in it. */
export const NEEDS = ['complaint', 'question', 'today', 'now'] as const;
/** A type and no interface, so that it can be kept as JSON. */
export type Need = {
  readonly is: (typeof NEEDS)[number];
  /** How sure, 0 to 1. */
  readonly p: number;
};

/** It must be likelier than not. What that hears and what it lets pass is printed by `npm run bench -- listening`. */
export const SURE_ENOUGH = 0.5;

/** What it is taken for, the surest first. Empty also where nothing can be told, as in a language that nobody taught the model. */
export function needsOf(understood: Pick<Understood, 'kind' | 'urgency'> | null): readonly Need[] {
  if (understood === null) return [];
  const { kind, urgency } = understood;
  const found: Need[] = [];
  if (kind.label === 'complaint' || kind.label === 'question') found.push({ is: kind.label, p: kind.p });
  if (urgency.label === 1 || urgency.label === 2)
    found.push({ is: urgency.label === 2 ? 'now' : 'today', p: urgency.p });
  return found.filter(({ p }) => p >= SURE_ENOUGH).sort((a, b) => b.p - a.p);
}

/** What several rules took a post for, each once. */
export function needsIn(heard: readonly { readonly needs?: readonly Need[] }[]): readonly Need[] {
  const all = heard.flatMap(({ needs }) => needs ?? []);
  return [...new Map(all.map((need) => [need.is, need] as const)).values()];
}
