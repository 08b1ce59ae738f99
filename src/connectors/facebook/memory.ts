import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What stood on a list at the last look: its id, its time in seconds, and a trace of how it stood there. */
export const Seen = z.tuple([z.string(), z.number(), z.string()]);
export type Seen = z.infer<typeof Seen>;

export interface Thing {
  readonly id: string;
  readonly at: Date;
  /** Whatever of it may change. */
  readonly state: readonly unknown[];
}

export interface Compared<Item> {
  readonly fresh: readonly Item[];
  readonly changed: readonly Item[];
  /** Stood there and does not any more. Whether they are gone for good, the list does not say. */
  readonly vanished: readonly Seen[];
  readonly seen: readonly Seen[];
}

export const traceOf = (state: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 8);
const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000);

/**
 * Holds a list against what stood there before: it does not say itself what was edited, hidden or deleted.
 *
 * @param items the newest first, without holes
 * @param floor what is older and unknown is no news, in milliseconds
 * @param isAll the list has no more than these
 */
export function compare<Item extends Thing>(
  before: readonly Seen[],
  items: readonly Item[],
  floor: number,
  isAll: boolean,
): Compared<Item> {
  const known = new Map(before.map((one) => [one[0], one]));
  // Where everything was remembered, the unknown is new however old it is: it may have been let through only now.
  const remembered = before.length > 0 ? Math.min(...before.map(([, at]) => at)) : Number.POSITIVE_INFINITY;
  const from = Math.min(floor / 1000, remembered);
  const seen = items.map((one): Seen => [one.id, secondsOf(one.at), traceOf(one.state)]);
  const here = new Set(items.map(({ id }) => id));
  const oldest = items.length > 0 ? Math.min(...items.map(({ at }) => secondsOf(at))) : Number.POSITIVE_INFINITY;
  const missing = before.filter(([id]) => !here.has(id));
  const isRead = ([, at]: Seen) => isAll || at > oldest;
  return {
    fresh: items.filter((one) => !known.has(one.id) && secondsOf(one.at) >= from),
    changed: items.filter((one, index) => known.has(one.id) && known.get(one.id)?.[2] !== seen[index]?.[2]),
    vanished: missing.filter(isRead),
    seen: [...seen, ...missing.filter((one) => !isRead(one))],
  };
}
