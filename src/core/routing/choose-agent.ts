import type { Desk, Waiting } from './desk.ts';
import {
  capacityOf,
  type FitPart,
  type Hindrance,
  isFree,
  isOfUse,
  LEAST_BUSY,
  partsOf,
  pointsOf,
  speaks,
  TOP,
} from './fit.ts';
import type { RoutingPolicy } from './policy.ts';
import type { Usual } from './prior.ts';

/** How somebody was found: by the policy's mode, because they answered this person last, or for the very negative. */
export type How = 'round_robin' | 'least_busy' | 'best_fit' | 'known' | 'top';

export interface Choice {
  readonly agentId: string;
  readonly how: How;
  readonly points: number;
  readonly parts: readonly FitPart[];
  /** Who could have had it too, the best first, five at most. */
  readonly others: readonly { readonly agentId: string; readonly points: number; readonly parts: readonly FitPart[] }[];
  /** How many could not, by why. */
  readonly out: Readonly<Partial<Record<Hindrance, number>>>;
}

/** What changes while many are given out at once. */
export interface Standing {
  readonly desk: Desk;
  load: number;
  turn: number;
}

interface Fit {
  readonly standing: Standing;
  readonly parts: readonly FitPart[];
  readonly points: number;
}

const OTHERS_SHOWN = 5;
const DAY_MS = 24 * 3_600_000;

/** Who gets a conversation, and why. Null: nobody can take it now; waiting is a normal state. */
export function chooseAgent(
  waiting: Waiting,
  standings: readonly Standing[],
  { policy, usual, now }: { readonly policy: RoutingPolicy; readonly usual: Usual; readonly now: Date },
): Choice | null {
  const out: Partial<Record<Hindrance, number>> = {};
  const leaveOut = (why: Hindrance) => {
    out[why] = (out[why] ?? 0) + 1;
  };
  const able = standings.filter(({ desk }) => {
    const why = isOfUse(desk, waiting);
    if (why) leaveOut(why);
    return why === null;
  });
  // A language that nobody here speaks keeps nobody waiting for ever.
  const isSpoken = able.some(({ desk }) => speaks(desk, waiting.language) !== false);
  const free = able.filter(({ desk, load }) => {
    const isStrange = isSpoken && speaks(desk, waiting.language) === false;
    const why = isStrange ? 'language' : isFree(desk, policy, load);
    if (why) leaveOut(why);
    return why === null;
  });
  if (free.length === 0) return null;

  const isTop = policy.topFrom !== null && waiting.sentiment === -1 && waiting.priority >= policy.topFrom;
  const known = isTop ? undefined : knownAmong(free, waiting, policy, now);
  const mode = isTop ? 'top' : policy.mode === 'off' ? 'best_fit' : policy.mode;
  const fits = (mode === 'round_robin' ? inTurn(free) : weighed(free, waiting, mode, policy, usual)).toSorted(
    (a, b) =>
      b.points - a.points || share(a, policy) - share(b, policy) || a.standing.turn - b.standing.turn || byId(a, b),
  );
  const best = fits.find(({ standing }) => standing === known) ?? fits[0];
  if (!best) return null;
  return {
    agentId: best.standing.desk.agentId,
    how: known ? 'known' : mode,
    points: best.points,
    parts: best.parts,
    others: fits
      .filter((one) => one !== best)
      .slice(0, OTHERS_SHOWN)
      .map(({ standing, points, parts }) => ({ agentId: standing.desk.agentId, points, parts })),
    out,
  };
}

function knownAmong(free: readonly Standing[], { answeredBy }: Waiting, { stickyDays }: RoutingPolicy, now: Date) {
  if (!answeredBy || stickyDays === null) return undefined;
  if (now.getTime() - answeredBy.at.getTime() > stickyDays * DAY_MS) return undefined;
  return free.find(({ desk }) => desk.agentId === answeredBy.agentId);
}

function weighed(
  free: readonly Standing[],
  waiting: Waiting,
  mode: 'top' | 'least_busy' | 'best_fit',
  policy: RoutingPolicy,
  usual: Usual,
): readonly Fit[] {
  const weights = mode === 'top' ? TOP : mode === 'least_busy' ? LEAST_BUSY : policy.weights;
  return free.map((standing) => {
    const parts = partsOf(standing.desk, waiting, { weights, policy, usual, load: standing.load });
    return { standing, parts, points: pointsOf(parts) };
  });
}

/** A point for everybody who was given one since they were. */
function inTurn(free: readonly Standing[]): readonly Fit[] {
  const turns = free.map(({ turn }) => turn).sort((a, b) => b - a);
  return free.map((standing) => {
    const points = turns.findIndex((turn) => turn <= standing.turn);
    return { standing, points, parts: [{ factor: 'turn', points }] };
  });
}

const share = ({ standing }: Fit, policy: RoutingPolicy): number =>
  standing.load / Math.max(1, capacityOf(standing.desk, policy));
const byId = (a: Fit, b: Fit): number => (a.standing.desk.agentId < b.standing.desk.agentId ? -1 : 1);
