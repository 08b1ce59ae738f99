import type { ListeningCapability } from '../channel/capabilities.ts';
import type { InboxId, Json } from '../ids.ts';

/** What a found post costs this account. An account whose network does not charge by use pays nothing for it. */
export function priceOf(listening: Pick<ListeningCapability, 'usdPerPost'> | undefined, quota: Json): number | null {
  const isFree = typeof quota === 'object' && quota !== null && !('costUsd' in quota && quota.costUsd !== null);
  return isFree ? null : (listening?.usdPerPost ?? null);
}

interface Facts {
  /** What the rule hears, of what the desk has and of what was found just now. */
  readonly heard: readonly { readonly saidAt: Date; readonly inboxId: InboxId; readonly isKept: boolean }[];
  /** All that the desk has. */
  readonly kept: readonly { readonly saidAt: Date }[];
  /** When what each network found was said; null: it did not answer. */
  readonly answers: readonly {
    readonly inboxId: InboxId;
    readonly found: readonly Date[] | null;
    /** How far back that is all that there is, in milliseconds. Null: there was more. */
    readonly reachMs: number | null;
  }[];
  /** What a found post costs by the account that looks, heard or not. */
  readonly priced: ReadonlyMap<InboxId, number>;
  readonly now: Date;
}

const DAY_MS = 86_400_000;
/** Fewer say nothing about a day. */
const FEWEST = 3;
/** A network that gives three posts of one minute does not get thousands a day. */
const SHORTEST_MS = 3_600_000;

/** About as many hits a day, and what finding them would cost. Null: too little is known to say. */
export function ratesOf({ heard, kept, answers, priced, now }: Facts): {
  readonly perDay: number | null;
  readonly usdPerDay: number | null;
} {
  const answered = answers.flatMap(({ inboxId, found, reachMs }) => (found ? [{ inboxId, found, reachMs }] : []));
  const asked = new Set(answered.map(({ inboxId }) => inboxId));
  const fresh = answered.map(({ inboxId, found, reachMs }) => {
    const days = daysOf(found, now, reachMs ?? SHORTEST_MS);
    const hits = heard.filter((one) => one.inboxId === inboxId && (!one.isKept || isWithin(one.saidAt, found))).length;
    return { inboxId, hits: hits / days, posts: found.length / days };
  });
  const before = heard.filter(({ inboxId }) => !asked.has(inboxId)).length;
  const days = daysOf(
    kept.map(({ saidAt }) => saidAt),
    now,
    DAY_MS,
  );
  const perDay = fresh.reduce((sum, { hits }) => sum + hits, before / days);
  const isKnown = [...priced.keys()].every((inboxId) => asked.has(inboxId));
  const usd = fresh.reduce((sum, { inboxId, posts }) => sum + posts * (priced.get(inboxId) ?? 0), 0);
  return {
    perDay: heard.length < FEWEST ? null : round(perDay, 10),
    usdPerDay: isKnown ? round(usd, 1000) : null,
  };
}

/** From the oldest until now. */
function daysOf(times: readonly Date[], now: Date, shortestMs: number): number {
  const oldest = times.reduce((first, at) => Math.min(first, at.getTime()), now.getTime());
  return Math.max(now.getTime() - oldest, shortestMs) / DAY_MS;
}
const isWithin = (at: Date, found: readonly Date[]): boolean => found.some((one) => one.getTime() <= at.getTime());
const round = (value: number, by: number): number => Math.round(value * by) / by;
