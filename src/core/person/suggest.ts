import { foldName } from '../text/fold-name.ts';
import type { KeyKind } from './keys.ts';
import { isFullName, namesClash } from './names.ts';

export type EvidenceKind = 'email' | 'phone' | 'order' | 'profile' | 'name_city';

/** A key that two people have. `own`: they are reached under it; `said`: they wrote it. */
export interface SharedKey {
  readonly kind: KeyKind;
  readonly mine: 'own' | 'said';
  readonly theirs: 'own' | 'said';
  /** Written where nobody else reads it, by whoever wrote it. */
  readonly isPrivate: boolean;
  /** How many people have it, these two included. */
  readonly people: number;
  /** Several people write from this mailbox. */
  readonly isShared: boolean;
}
export interface PersonFacts {
  readonly name: string;
  readonly city: string | null;
}
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly how: 'both_reached' | 'one_wrote' | 'both_wrote';
  readonly isPrivate: boolean;
}
export interface Suggested {
  /** 0 to 1. */
  readonly confidence: number;
  /** The strongest first. */
  readonly evidence: readonly Evidence[];
}

/** Less is not worth anybody's look. */
const LEAST = 0.4;
const MOST = 0.99;
/** More people than these with one key: a hotline, a family, an example in a text. */
const MANY = 3;

const SURE: Readonly<Record<EvidenceKind, Readonly<Record<Evidence['how'], number>>>> = {
  email: { both_reached: 0.97, one_wrote: 0.93, both_wrote: 0.85 },
  phone: { both_reached: 0.98, one_wrote: 0.93, both_wrote: 0.85 },
  order: { both_reached: 0.85, one_wrote: 0.85, both_wrote: 0.8 },
  profile: { both_reached: 0.9, one_wrote: 0.7, both_wrote: 0.3 },
  name_city: { both_reached: 0.45, one_wrote: 0.45, both_wrote: 0.45 },
};
/** Anybody can write anything in public. */
const IN_PUBLIC = 0.85;
/** A number without its country may be another country's. */
const WITHOUT_COUNTRY = 0.9;

/** Whether two contacts may be one person, and why. Null: nothing says so, or too little. */
export function suggestSame(mine: PersonFacts, theirs: PersonFacts, shared: readonly SharedKey[]): Suggested | null {
  const usable = shared.filter(
    ({ people, isShared, kind }) => people <= MANY && !isShared && !isTailBesideWhole(kind, shared),
  );
  const weighed = new Map<string, { readonly evidence: Evidence; readonly p: number }>();
  for (const key of usable) {
    const evidence: Evidence = {
      kind: key.kind === 'tail' ? 'phone' : key.kind,
      how: howOf(key),
      isPrivate: key.isPrivate,
    };
    const open = evidence.how === 'both_reached' || key.isPrivate ? 1 : IN_PUBLIC;
    const p =
      SURE[evidence.kind][evidence.how] *
      open *
      (key.kind === 'tail' ? WITHOUT_COUNTRY : 1) *
      (key.people > 2 ? 0.6 : 1);
    if (p > (weighed.get(evidence.kind)?.p ?? 0)) weighed.set(evidence.kind, { evidence, p });
  }
  if (isSameNameAndCity(mine, theirs))
    weighed.set('name_city', {
      evidence: { kind: 'name_city', how: 'both_wrote', isPrivate: true },
      p: SURE.name_city.both_wrote,
    });
  const all = [...weighed.values()].toSorted((a, b) => b.p - a.p);
  const together = 1 - all.reduce((rest, { p }) => rest * (1 - p), 1);
  // A family shares a number, a couple a mailbox: two full names that do not fit speak against all of it.
  const confidence = Math.min(MOST, together * (namesClash(mine.name, theirs.name) ? 0.35 : 1));
  if (confidence < LEAST) return null;
  return { confidence: Math.round(confidence * 100) / 100, evidence: all.map(({ evidence }) => evidence) };
}

const howOf = ({ mine, theirs }: SharedKey): Evidence['how'] =>
  mine === 'own' && theirs === 'own'
    ? 'both_reached'
    : mine === 'said' && theirs === 'said'
      ? 'both_wrote'
      : 'one_wrote';

const isTailBesideWhole = (kind: KeyKind, shared: readonly SharedKey[]) =>
  kind === 'tail' && shared.some((one) => one.kind === 'phone');

function isSameNameAndCity(a: PersonFacts, b: PersonFacts): boolean {
  if (a.city === null || b.city === null || !isFullName(a.name)) return false;
  return foldName(a.name) === foldName(b.name) && foldName(a.city) === foldName(b.city);
}

const CITY_WORDS = new Set([
  'city',
  'town',
  'place',
  'ort',
  'stad',
  'stadt',
  'ville',
  'ciudad',
  'citta',
  'kaupunki',
  'by',
  'plaats',
  'miasto',
  'cidade',
]);
/** Whether a field of this name holds where somebody lives. */
export const isCityField = (name: string): boolean => CITY_WORDS.has(foldName(name.trim()));
