import type { TriageFacts } from '../triage/facts.ts';

/** One reason why something stands where it stands. The parts of a score add up to it. */
export interface PriorityPart {
  readonly factor: string;
  readonly points: number;
}
/** What a workspace or team counts, and how much. */
export type PriorityRules = Readonly<Record<string, never>>;

export interface Scored {
  readonly parts: readonly PriorityPart[];
  /** When the score changes by the mere passing of time; null: it does not. */
  readonly nextAt: Date | null;
}

/** Points for what is known of a conversation that waits. */
export function scoreConversation(facts: TriageFacts, _rules: PriorityRules, _now: Date): Scored {
  const parts: PriorityPart[] = [];
  if (facts.reach === 'owned_private') parts.push({ factor: 'private', points: 10 });
  if (facts.kind === 'question') parts.push({ factor: 'question', points: 10 });
  if ((facts.signs.rating ?? 1) < 0.5) parts.push({ factor: 'bad_review', points: 20 });
  const reach = facts.followers ? Math.min(20, Math.round(Math.log10(facts.followers) * 4)) : 0;
  if (reach >= 10) parts.push({ factor: 'reach', points: reach });
  return { parts, nextAt: null };
}
