import { DICTIONARY } from './dictionary.ts';
import { FACTORS, type FactorId } from './factor.ts';

/** More than this for one factor would drown all others. */
export const MOST_WEIGHT = 100;

export interface Weight {
  readonly isOn: boolean;
  /** Points for all of it: a whole number from 0 to `MOST_WEIGHT`. */
  readonly weight: number;
}
/** What counts, and how much. */
export type Scale = Readonly<Record<FactorId, Weight>>;
/** As it is kept: what is missing stands as shipped, what nobody knows (any more) is not looked at. */
export type KeptScale = Readonly<Partial<Record<string, Weight>>>;

/** What a workspace decided. A team's own scale stands in the place of the workspace's. */
export interface PriorityRules {
  readonly scale?: KeptScale;
  readonly teams?: Readonly<Record<string, KeptScale>>;
}

export const SHIPPED: Scale = fill({});

export function fill(kept: KeptScale): Scale {
  const entries = FACTORS.map((id) => {
    const one = kept[id];
    return [id, one ? { isOn: one.isOn, weight: one.weight } : { isOn: true, weight: DICTIONARY[id].weight }] as const;
  });
  return Object.fromEntries(entries) as Scale;
}

export function scaleFor({ scale = {}, teams = {} }: PriorityRules, teamId: string | null): KeptScale {
  return (teamId === null ? undefined : teams[teamId]) ?? scale;
}

/** Points of a factor that is there in full. */
export function pointsOf(scale: KeptScale, id: FactorId): number {
  const one = scale[id];
  return one ? (one.isOn ? one.weight : 0) : DICTIONARY[id].weight;
}

/** The factors in which two scales differ, each as points or null for one that is off. */
export function differences(
  before: Scale,
  after: Scale,
): Readonly<Record<'before' | 'after', Readonly<Partial<Record<FactorId, number | null>>>>> {
  const points = ({ isOn, weight }: Weight) => (isOn ? weight : null);
  const differing = FACTORS.filter((id) => points(before[id]) !== points(after[id]));
  const of = (scale: Scale) => Object.fromEntries(differing.map((id) => [id, points(scale[id])]));
  return { before: of(before), after: of(after) };
}
