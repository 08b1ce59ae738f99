import type { Reaction, Situation } from './talk.ts';
import { pick, type Random } from './words.ts';

/** What people write about, as often as it happens in a shop. */
const COMMON: readonly Situation[] = [
  ...Array<Situation>(6).fill('late'),
  ...Array<Situation>(5).fill('broken'),
  ...Array<Situation>(5).fill('size'),
  ...Array<Situation>(4).fill('refund'),
  ...Array<Situation>(4).fill('praise'),
  ...Array<Situation>(2).fill('idea'),
  ...Array<Situation>(2).fill('checkout'),
  ...Array<Situation>(3).fill('angry'),
  'thanks',
];
export const situationOf = (random: Random): Situation => pick(COMMON, random);

const CONTENT = new Set<Situation>(['praise', 'idea', 'thanks']);

/**
 * How somebody takes an answer, or null when they leave it at that. Who was angry calms down slowly; after three
 * answers even the patient stop asking on.
 * @param answers how many they have got, this one included
 */
export function reactionTo(situation: Situation, answers: number, random: Random): Reaction | null {
  const draw = random();
  if (CONTENT.has(situation)) return answers === 1 && draw < 0.3 ? 'thanks' : null;
  if (answers >= 4) return null;
  if (situation === 'angry') return draw < 0.35 ? 'angrier' : draw < 0.6 ? 'further' : draw < 0.85 ? 'thanks' : null;
  if (draw < 0.45) return 'thanks';
  if (draw < 0.65) return answers < 3 ? 'further' : 'thanks';
  if (draw < 0.77) return 'still';
  return draw < 0.82 ? 'angrier' : null;
}

/** How long they take to write back, in milliseconds: some seconds to a minute. */
export const pauseBefore = (random: Random): number => Math.round(5_000 + 55_000 * random() ** 2);
