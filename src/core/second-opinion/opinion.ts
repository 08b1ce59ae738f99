import { asText, withOpinion } from '../learning/labels-of.ts';
import type { Head } from '../learning/own.ts';
import type { Opinion, Understood } from '../understanding/understood.ts';
import { UNCLEAR } from './question.ts';

/** By head: what a language model said of one message, checked against the labels there are. */
export type Said = Readonly<Partial<Record<Head, { readonly label: string; readonly p: number }>>>;

export interface ChangedLabel {
  readonly head: Head;
  readonly was: string | null;
  readonly is: string;
}

/** What a model says of its own sureness is worth little: never less than a guess, never as much as a person's word. */
const [LEAST, MOST] = [0.5, 0.9];

/** What a person said, or a rule found, is not asked about. */
export const isOpen = ({ by, label }: Opinion<unknown>): boolean => by !== 'agent' && (by !== 'rule' || label === null);

/** Lays what was said over what is understood, for the heads that were asked about and are still open. */
export function heardOf(
  understood: Understood,
  said: Said,
  heads: readonly Head[],
  model: string,
): { readonly understood: Understood; readonly changed: readonly ChangedLabel[] } {
  let after = understood;
  const changed: ChangedLabel[] = [];
  for (const head of heads) {
    const one = said[head];
    if (!one || one.label === UNCLEAR || !isOpen(understood[head])) continue;
    const was = asText(understood[head]);
    const p = Math.min(Math.max(one.p, LEAST), MOST);
    const label = head === 'urgency' ? Number(one.label) : one.label;
    after = withOpinion(after, head, { label, p, because: [model], by: 'llm' });
    if (was !== one.label) changed.push({ head, was, is: one.label });
  }
  return { understood: after, changed };
}
