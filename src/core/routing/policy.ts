export const MODES = ['off', 'round_robin', 'least_busy', 'best_fit'] as const;
/** `off`: people give conversations out themselves. */
export type Mode = (typeof MODES)[number];

export const FACTORS = ['skill', 'team', 'load', 'speed', 'satisfaction'] as const;
/** What speaks for an agent: knows the matter, belongs to the inbox's team, has room, answers soon, leaves people pleased. */
export type Factor = (typeof FACTORS)[number];

/** How a workspace, or a team, gives out what waits. */
export interface RoutingPolicy {
  readonly mode: Mode;
  /** What each factor brings at most, 0 to 100. They decide in `best_fit` only. */
  readonly weights: Readonly<Record<Factor, number>>;
  /** How many that wait for an answer an agent may be given at once, unless their own number says otherwise. */
  readonly capacity: number;
  /** Also to those whose desk is closed. */
  readonly reachesOffline: boolean;
  /** Whoever answered this person within so many days is asked first; null: nobody is. */
  readonly stickyDays: number | null;
  /** Very negative with at least this priority goes to whoever leaves people most pleased; null: like anything else. */
  readonly topFrom: number | null;
  /** Unanswered for so many minutes it goes to the next; null: it stays. */
  readonly passOnMinutes: number | null;
}

/** With the version that a decision names. */
export interface CurrentPolicy {
  /** Null: for all that no team has a policy for. */
  readonly teamId: string | null;
  readonly version: number;
  readonly policy: RoutingPolicy;
}

export const OFF: RoutingPolicy = {
  mode: 'off',
  weights: { skill: 40, team: 15, load: 25, speed: 10, satisfaction: 10 },
  capacity: 10,
  reachesOffline: false,
  stickyDays: 14,
  topFrom: 40,
  passOnMinutes: null,
};

/** Of a conversation's team, else of the workspace. Null: nobody is chosen for it. */
export function policyFor(policies: readonly CurrentPolicy[], teamId: string | null): CurrentPolicy | null {
  const own = teamId === null ? undefined : policies.find((one) => one.teamId === teamId);
  const found = own ?? policies.find((one) => one.teamId === null);
  return found && found.policy.mode !== 'off' ? found : null;
}
