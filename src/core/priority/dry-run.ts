import { FACTORS } from './factor.ts';
import type { Sample } from './sample.ts';
import { type PriorityRules, pointsOf, scaleFor } from './scale.ts';
import { pointsFor } from './score.ts';

export interface Move {
  readonly id: string;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  /** From 1, at the top. */
  readonly placeBefore: number;
  readonly placeAfter: number;
}

export interface DryRun {
  readonly total: number;
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** Whose own score is another; the rest of what moves makes room. */
  readonly rescored: number;
  /** Of those whose own score is another, the ones that go farthest. */
  readonly movers: readonly Move[];
  readonly top: readonly Move[];
}

/** What would move, and how far, if `after` stood in the place of `before`. */
export function dryRun(
  sample: Sample,
  before: PriorityRules,
  after: PriorityRules,
  { movers: most = 20, top = 20 }: { readonly movers?: number; readonly top?: number } = {},
): DryRun {
  const total = sample.ids.length;
  const scores = { before: scoresOf(sample, before), after: scoresOf(sample, after) };
  const places = { before: placesOf(scores.before), after: placesOf(scores.after) };
  const moveOf = (at: number): Move => ({
    id: sample.ids[at] ?? '',
    scoreBefore: scores.before[at] ?? 0,
    scoreAfter: scores.after[at] ?? 0,
    placeBefore: places.before[at] ?? 0,
    placeAfter: places.after[at] ?? 0,
  });
  const farthest = keepFarthest(most);
  const first: number[] = [];
  let up = 0;
  let down = 0;
  let rescored = 0;
  for (let at = 0; at < total; at += 1) {
    const to = places.after[at] ?? 0;
    const by = (places.before[at] ?? 0) - to;
    if (by > 0) up += 1;
    if (by < 0) down += 1;
    if (to <= top) first[to - 1] = at;
    if (scores.before[at] === scores.after[at]) continue;
    rescored += 1;
    if (by !== 0) farthest.offer(at, Math.abs(by));
  }
  const same = total - up - down;
  return { total, up, down, same, rescored, movers: farthest.kept.map(moveOf), top: first.map(moveOf) };
}

function scoresOf({ ids, teams, shares, boosts }: Sample, rules: PriorityRules): Int32Array {
  const weights = new Map<string | null, readonly number[]>();
  const weightsFor = (teamId: string | null) => {
    const made = weights.get(teamId) ?? FACTORS.map((id) => pointsOf(scaleFor(rules, teamId), id));
    weights.set(teamId, made);
    return made;
  };
  const scores = new Int32Array(ids.length);
  for (let at = 0; at < ids.length; at += 1) {
    const full = weightsFor(teams[at] ?? null);
    let sum = boosts[at] ?? 0;
    for (let factor = 0; factor < FACTORS.length; factor += 1)
      sum += pointsFor(full[factor] ?? 0, shares[at * FACTORS.length + factor] ?? 0);
    scores[at] = sum;
  }
  return scores;
}

/** Scores are small whole numbers: they are counted, not compared, and a hundred thousand are placed in milliseconds. */
function placesOf(scores: Int32Array): Int32Array {
  // A rule may push something below nothing.
  const lowest = scores.reduce((least, score) => Math.min(least, score), 0);
  const highest = scores.reduce((most, score) => Math.max(most, score), 0);
  const next = new Int32Array(highest - lowest + 1);
  for (const score of scores) next[score - lowest] = (next[score - lowest] ?? 0) + 1;
  let place = 1;
  for (let at = next.length - 1; at >= 0; at -= 1) {
    const count = next[at] ?? 0;
    next[at] = place;
    place += count;
  }
  return scores.map((score) => {
    const mine = next[score - lowest] ?? 0;
    next[score - lowest] = mine + 1;
    return mine;
  });
}

/** The few that go farthest; of equals those that come first. */
function keepFarthest(most: number): { readonly offer: (at: number, by: number) => void; readonly kept: number[] } {
  const distances: number[] = [];
  const kept: number[] = [];
  const offer = (at: number, by: number) => {
    if (kept.length >= most && by <= (distances.at(-1) ?? 0)) return;
    const nearer = distances.findIndex((one) => one < by);
    const place = nearer === -1 ? distances.length : nearer;
    distances.splice(place, 0, by);
    kept.splice(place, 0, at);
    if (kept.length > most) {
      distances.pop();
      kept.pop();
    }
  };
  return { offer, kept };
}
