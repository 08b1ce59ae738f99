import type { Factor } from './factor.ts';

const HOUR_MS = 3_600_000;
/** In steps, so that a list does not shift under whoever reads it. */
const WAITED: readonly (readonly [hours: number, share: number])[] = [
  [24, 1],
  [12, 0.8],
  [6, 0.6],
  [3, 0.4],
  [1, 0.2],
];
/** A warned clock; one that has run out counts in full. */
const WARNED = 0.6;

/** How long and where it waits. */
export const MOMENT = {
  waiting: {
    group: 'moment',
    weight: 25,
    find({ attention, waitingSince }, now) {
      if (attention !== 'needs_answer' || !waitingSince) return null;
      const since = waitingSince.getTime();
      const at = WAITED.findIndex(([hours]) => now.getTime() - since >= hours * HOUR_MS);
      const next = WAITED[at === -1 ? WAITED.length - 1 : at - 1];
      return {
        share: WAITED[at]?.[1] ?? 0,
        fact: { at: waitingSince.toISOString() },
        ...(next ? { nextAt: new Date(since + next[0] * HOUR_MS) } : {}),
      };
    },
  },
  clock: {
    group: 'moment',
    weight: 30,
    find({ clocks }, now) {
      const nowMs = now.getTime();
      const running = clocks.filter(
        ({ stoppedAt, pausedAt }) => !pausedAt && (stoppedAt === null || Date.parse(stoppedAt) >= nowMs),
      );
      const first = running.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
      if (!first) return null;
      const isOver = running.some(({ dueAt }) => Date.parse(dueAt) <= nowMs);
      const isWarned = running.some(({ warnAt }) => warnAt !== null && Date.parse(warnAt) <= nowMs);
      const coming = running.flatMap(({ dueAt, warnAt }) => [dueAt, ...(warnAt === null ? [] : [warnAt])]);
      const next = Math.min(...coming.map((at) => Date.parse(at)).filter((at) => at > nowMs));
      return {
        share: isOver ? 1 : isWarned ? WARNED : 0,
        fact: { at: first.dueAt, clock: first.kind },
        ...(Number.isFinite(next) ? { nextAt: new Date(next) } : {}),
      };
    },
  },
  tries: {
    group: 'moment',
    weight: 20,
    find: ({ failedTries }) =>
      failedTries > 0
        ? { share: failedTries === 1 ? 0.5 : failedTries === 2 ? 0.8 : 1, fact: { count: failedTries } }
        : null,
  },
  known_problem: {
    group: 'moment',
    weight: 10,
    find: ({ signs: { problem } }) => (problem === undefined ? null : { share: 1, fact: { term: problem } }),
  },
  private: {
    group: 'moment',
    weight: 10,
    find: ({ reach }) => (reach === 'owned_private' ? { share: 1 } : null),
  },
} satisfies Record<string, Factor>;
