const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

export interface Pace {
  /** First pause after a try that certainly did not send; doubles, up to the longest. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Tries end this long after the first one: an answer that comes a day late helps nobody unseen. */
  readonly giveUpAfterMs: number;
  /** Pauses before each look for an act of unknown outcome. After the last one a person decides. */
  readonly lookPausesMs: readonly number[];
  /**
   * How often in a row the network must say that it is not there. Twice, because what it was still
   * working on when it was first asked would be sent again.
   */
  readonly absencesNeeded: number;
}

export const USUAL_PACE: Pace = {
  firstPauseMs: 5 * SECOND_MS,
  longestPauseMs: 15 * MINUTE_MS,
  giveUpAfterMs: 6 * HOUR_MS,
  lookPausesMs: [5 * SECOND_MS, 15 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS],
  absencesNeeded: 2,
};

/** When to try again after `try_later`, or null to give up. The network's own wish counts when it is the longer. */
export function nextTry(
  tried: { readonly attempts: number; readonly firstTriedAt: Date; readonly afterMs: number },
  now: Date,
  pace: Pace = USUAL_PACE,
): Date | null {
  const doubled = pace.firstPauseMs * 2 ** Math.min(Math.max(tried.attempts - 1, 0), 30);
  const pauseMs = Math.max(Math.min(doubled, pace.longestPauseMs), tried.afterMs);
  const at = new Date(now.getTime() + pauseMs);
  return at.getTime() - tried.firstTriedAt.getTime() > pace.giveUpAfterMs ? null : at;
}

/** When to look (again) after `looks` looks, or null: a person decides. */
export function nextLook(looks: number, now: Date, pace: Pace = USUAL_PACE): Date | null {
  const pauseMs = pace.lookPausesMs[looks];
  return pauseMs === undefined ? null : new Date(now.getTime() + pauseMs);
}
