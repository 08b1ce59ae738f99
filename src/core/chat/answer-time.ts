/** How long somebody waited for a first answer, or has been waiting until now. */
export interface Waited {
  readonly ms: number;
  readonly isAnswered: boolean;
}

/** Fewer talks than this say nothing about the next one. */
const FEWEST = 5;
/** So many in a hundred were answered within what is promised. */
const SHARE = 0.75;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What people understand: a promise is rounded up to one of these. */
const STEPS_MS = [2, 5, 10, 15, 30]
  .map((minutes) => minutes * MINUTE_MS)
  .concat([1, 2, 4, 8, 24].map((h) => h * HOUR_MS));

/**
 * Within what time three of four people got their first answer lately. Those who still wait count with their wait so
 * far, or a desk that answers one in two would boast. Null: not known, or longer than anybody would call a promise.
 */
export function answerTime(waits: readonly Waited[]): number | null {
  const known = waits.filter(({ ms }) => Number.isFinite(ms) && ms >= 0);
  if (known.length < FEWEST) return null;
  const sorted = known.toSorted((a, b) => a.ms - b.ms);
  // The first value that covers the share. Whoever waits so long or longer, unanswered, is not covered by it.
  const at = Math.ceil(sorted.length * SHARE) - 1;
  const answered = sorted.filter(({ isAnswered }) => isAnswered);
  const within = answered[at];
  if (!within) return null;
  return STEPS_MS.find((step) => step >= within.ms) ?? null;
}
