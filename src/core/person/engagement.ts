export const LEVELS = ['quiet', 'occasional', 'regular', 'devoted'] as const;
export type Level = (typeof LEVELS)[number];

/** What somebody did within the last half year. */
export interface EngagementFacts {
  readonly messages: number;
  readonly reactions: number;
  /** Different days on which they wrote or reacted. */
  readonly days: number;
  readonly lastAt: Date | null;
}
export interface Engagement extends EngagementFacts {
  readonly level: Level;
  /** 0 to 100. */
  readonly points: number;
}

const DAY = 86_400_000;

/** How often and how recently somebody wrote and reacted. Days count most: forty messages in one evening are one matter. */
export function engagementOf(facts: EngagementFacts, now: Date): Engagement {
  const often = Math.min(60, facts.days * 6) + Math.min(15, facts.messages) + Math.min(10, facts.reactions);
  const since = facts.lastAt === null ? Number.POSITIVE_INFINITY : (now.getTime() - facts.lastAt.getTime()) / DAY;
  const fresh = since <= 7 ? 15 : since <= 30 ? 10 : since <= 90 ? 5 : 0;
  const points = facts.days === 0 ? 0 : Math.min(100, often + fresh);
  const level = points >= 70 ? 'devoted' : points >= 40 ? 'regular' : points >= 20 ? 'occasional' : 'quiet';
  return { ...facts, level, points };
}
