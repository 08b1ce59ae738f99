import { type OpenHours, openHours } from '../hours/open-hours.ts';
import type { Clock, TriageFacts } from '../triage/facts.ts';
import { dueAt, type Pause } from './due.ts';
import { type AnswerPolicy, CLOCK_KINDS, type ClockKind, type Target } from './policy.ts';
import { policyFor } from './policy-for.ts';
import { type Wait, waitOf } from './wait-of.ts';

/** What decides which clocks run. Absent: nothing was decided, and none does. */
export interface ClockRules {
  /** In their order: the first that fits counts. */
  readonly policies?: readonly AnswerPolicy[];
  /** When somebody is there, by inbox; one that is missing is open round the clock. */
  readonly hours?: ReadonlyMap<string, OpenHours>;
}

export interface ClockRun {
  readonly clocks: readonly Clock[];
  /** What happened just now, for the timeline and for whoever is to be told. */
  readonly fired: readonly { readonly kind: Clock['kind']; readonly what: 'warned' | 'breached' }[];
  /** When something happens next by the mere passing of time; null: nothing does. */
  readonly nextAt: Date | null;
}

const ROUND_THE_CLOCK = openHours({ timeZone: 'UTC', week: [], days: new Map() });

/**
 * Starts, stops and rings the clocks of a conversation. Pure: the same facts and time give the same clocks. A clock is
 * worked out from its start each time, so that other hours or targets hold for what waits already.
 */
export function runClocks(facts: TriageFacts, rules: ClockRules, now: Date): ClockRun {
  const policy = policyFor(facts, rules.policies ?? []);
  const hours = rules.hours?.get(facts.inboxId) ?? ROUND_THE_CLOCK;
  const clocks = CLOCK_KINDS.flatMap((kind) => {
    const last = facts.clocks.find((one) => one.kind === kind);
    const wait = waitOf(kind, facts, last, now);
    const target = policy?.targets[kind];
    if (wait?.isOver) return last ? [stopped(last, wait.at, facts)] : [];
    if (!wait || !policy || !target) return last?.stoppedAt ? [last] : [];
    const clock = running({ kind, policy, target, hours, wait, last, facts }, now);
    return clock ? [clock] : [];
  });
  const rung = clocks.map((clock) => ring(clock, now));
  const fired = rung.flatMap((clock, index) => rangOf(clocks[index], clock));
  return { clocks: rung, fired, nextAt: nextOf(rung) };
}

interface Run {
  readonly kind: ClockKind;
  readonly policy: AnswerPolicy;
  readonly target: Target;
  readonly hours: OpenHours;
  readonly wait: Extract<Wait, { isOver: false }>;
  readonly last: Clock | undefined;
  readonly facts: TriageFacts;
}

/** Null: nobody is ever there, so there is no end to wait for. */
function running({ kind, policy, target, hours, wait, last, facts }: Run, now: Date): Clock | null {
  const goesOn = last && isSameWait(last, wait.since, facts) ? last : undefined;
  const start = goesOn ? Date.parse(goesOn.startedAt) : wait.since;
  const pauses = pausesOf(kind, wait, goesOn, facts.waitingSince ?? now);
  const pausedAt = wait.pausedAt === null ? null : Math.max(start, Date.parse(goesOn?.pausedAt ?? iso(wait.pausedAt)));
  const due = dueAt(target, hours, start, pauses);
  if (due === null) return null;
  const warn = policy.warnMinutes === null ? null : dueAt(target, hours, start, pauses, policy.warnMinutes * 60_000);
  // A warning that comes with the beginning warns of nothing.
  const warnAt = warn !== null && warn > start && warn < due ? iso(warn) : null;
  const isSame = (at: string | null, end: number | null) =>
    at !== null && end !== null && end <= now.getTime() ? at : null;
  return {
    kind,
    policyId: policy.id,
    startedAt: iso(start),
    dueAt: iso(due),
    warnAt,
    warnedAt: isSame(goesOn?.warnedAt ?? null, warn),
    breachedAt: isSame(goesOn?.breachedAt ?? null, due),
    stoppedAt: null,
    heardTo: heardTo(facts),
    ...(facts.attention === 'acknowledged' ? { isAcknowledged: true } : {}),
    ...(pausedAt === null ? {} : { pausedAt: iso(pausedAt) }),
    ...(pauses.length === 0 ? {} : { pauses: pauses.map(([from, until]) => [iso(from), iso(until)] as const) }),
  };
}

/**
 * Whether what waits now is what this clock was for. Nobody may have looked when it was answered and asked again, and a
 * mail may be read after the answer that it was written before: such a wait has another beginning than the clock has heard of.
 */
function isSameWait({ kind, startedAt, stoppedAt, ...last }: Clock, since: number, facts: TriageFacts): boolean {
  const isKnown = stoppedAt === null || since <= Date.parse(stoppedAt);
  const waiting = facts.waitingSince?.getTime();
  if (kind === 'resolution' || last.heardTo === undefined || waiting === undefined) return isKnown;
  if (stoppedAt !== null) return isKnown && waiting >= Date.parse(startedAt) && waiting <= Date.parse(last.heardTo);
  const isOwedStill = kind === 'first_response' || (kind === 'next_response' && last.isAcknowledged === true);
  return isOwedStill || waiting <= Date.parse(last.heardTo);
}

const heardTo = ({ lastInboundAt, waitingSince }: TriageFacts): string =>
  iso(Math.max(lastInboundAt?.getTime() ?? 0, waitingSince?.getTime() ?? 0));

/** The times at which the matter lay with the customer, or with nobody since it was taken for solved. */
function pausesOf(kind: ClockKind, wait: Run['wait'], last: Clock | undefined, back: Date): readonly Pause[] {
  if (!last || kind !== 'resolution') return [];
  const before = (last.pauses ?? []).map(([from, until]) => [Date.parse(from), Date.parse(until)] as const);
  const began = wait.pausedAt === null ? (last.pausedAt ?? last.stoppedAt) : null;
  // What waits since before that was never with the customer: it was taken back.
  return began && Date.parse(began) < back.getTime() ? [...before, [Date.parse(began), back.getTime()]] : before;
}

/** What ended late was broken, even where nobody looked in between. */
function stopped(clock: Clock, at: number, facts: TriageFacts): Clock {
  if (clock.stoppedAt !== null) return clock;
  return { ...clock, stoppedAt: iso(Math.max(at, Date.parse(clock.startedAt))), heardTo: heardTo(facts) };
}

function ring(clock: Clock, now: Date): Clock {
  if (clock.breachedAt !== null) return clock;
  const end = clock.pausedAt ?? clock.stoppedAt;
  if (end ? clock.dueAt < end : clock.dueAt <= now.toISOString()) return { ...clock, breachedAt: clock.dueAt };
  const warns = !end && clock.warnAt !== null && clock.warnedAt === null && clock.warnAt <= now.toISOString();
  return warns ? { ...clock, warnedAt: now.toISOString() } : clock;
}

function rangOf(before: Clock | undefined, { kind, warnedAt, breachedAt }: Clock): ClockRun['fired'] {
  if (breachedAt !== (before?.breachedAt ?? null)) return [{ kind, what: 'breached' }];
  return warnedAt !== (before?.warnedAt ?? null) ? [{ kind, what: 'warned' }] : [];
}

function nextOf(clocks: readonly Clock[]): Date | null {
  const next = clocks
    .filter(({ stoppedAt, pausedAt, breachedAt }) => stoppedAt === null && !pausedAt && breachedAt === null)
    .map(({ warnAt, warnedAt, dueAt: due }) => (warnAt !== null && warnedAt === null ? warnAt : due));
  return next.length === 0 ? null : new Date(next.toSorted()[0] ?? '');
}

const iso = (at: number) => new Date(at).toISOString();
