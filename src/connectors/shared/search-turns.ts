import { z } from 'zod';
import { type Cursor, type Pulled, Trouble } from '../../core/channel/connector.ts';
import type { PulledEntry } from './pulled-entry.ts';
import type { Walked } from './walk.ts';

/** The network does not understand or allow one search; the others go on without it. */
export class OddSearch extends Trouble {
  constructor(message: string) {
    super('misconfigured', message);
  }
}

export const Marks = z.record(z.string(), z.json());
export type Marks = Readonly<Record<string, Cursor>>;
export interface Turned {
  readonly entries: readonly PulledEntry[];
  readonly marks: Marks;
  readonly more: boolean;
  /** The network asked to slow down: nothing else is to be asked in this pull. */
  readonly isLimited: boolean;
}
interface Asked {
  /** Names the query for as long as it is asked for: its mark is kept under it. */
  readonly key: string;
}
export type Ask<Query> = (query: Query, mark: Cursor | null) => Promise<Pick<Pulled, 'entries' | 'cursor' | 'more'>>;

export interface SearchTurns {
  /** One call that listening has made. */
  spend(): void;
  /** Asks as many as its share of calls allows, those first that waited longest. */
  pull<Query extends Asked>(queries: readonly Query[], marks: Marks, now: () => Date, ask: Ask<Query>): Promise<Turned>;
}

/** Where a query goes on. Of the days before, one pull: a common word fills them with more than anybody reads. */
export function afterWalk({ mark, isHistory, more }: Walked): Pick<Pulled, 'cursor' | 'more'> {
  const isEnough = isHistory && more;
  return { cursor: isEnough ? { ...mark, deeper: null } : mark, more: more && !isEnough };
}

/** What is not understood today may be understood when the network has changed, and is asked seldom until then. */
const ODD_MS = 3_600_000;
/** One that fails may be odd in itself; two in a row are the network. */
const FAILURES_MOST = 2;

/**
 * Listening asks one query for each word, and lives from what the account's other streams leave: it has a share of
 * the calls of its own, in which the queries take turns.
 */
export function openTurns({ calls, perMs }: { readonly calls: number; readonly perMs: number }): SearchTurns {
  const askedAt = new Map<string, number>();
  const restsUntil = new Map<string, number>();
  const unfinished = new Set<string>();
  let share = { from: Number.NEGATIVE_INFINITY, until: Number.NEGATIVE_INFINITY, left: 0 };
  let turn = 0;

  function refill(at: number): boolean {
    // a clock that was set back must not stop listening until it has caught up
    if (at < share.until && at >= share.from) return false;
    share = { from: at, until: at + perMs, left: calls };
    return true;
  }
  /** Between two looks only what was too long for one pull goes on. */
  function dueOf<Query extends Asked>(queries: readonly Query[], at: number): readonly Query[] {
    const awake = queries.filter(({ key }) => (restsUntil.get(key) ?? 0) <= at);
    const behind = refill(at) ? [] : awake.filter(({ key }) => unfinished.has(key));
    return (behind.length > 0 ? behind : awake).toSorted(
      (a, b) => (askedAt.get(a.key) ?? 0) - (askedAt.get(b.key) ?? 0),
    );
  }
  /** What nobody asks for any more leaves nothing behind. */
  function forgetOthers(queries: readonly Asked[]): void {
    const keys = new Set(queries.map(({ key }) => key));
    for (const known of [askedAt, restsUntil, unfinished])
      for (const key of [...known.keys()]) if (!keys.has(key)) known.delete(key);
  }

  return {
    spend() {
      share.left -= 1;
    },
    async pull(queries, marks, now, ask) {
      forgetOthers(queries);
      const next = new Map(queries.flatMap(({ key }) => (Object.hasOwn(marks, key) ? [[key, marks[key]]] : [])));
      const entries: PulledEntry[] = [];
      let isLimited = false;
      let worked = 0;
      let failures = 0;
      let first: unknown = null;
      for (const query of dueOf(queries, now().getTime())) {
        const { key } = query;
        if (share.left <= 0) break;
        turn += 1;
        askedAt.set(key, turn);
        try {
          const pulled = await ask(query, next.get(key) ?? null);
          entries.push(...pulled.entries);
          next.set(key, pulled.cursor);
          if (pulled.more) unfinished.add(key);
          else unfinished.delete(key);
          worked += 1;
          failures = 0;
        } catch (error) {
          if (!(error instanceof Trouble)) throw error;
          if (error.kind === 'limited') {
            // no fault that anybody could mend: listening waits, and what else the account reads goes on
            const at = now().getTime();
            share = { from: at, until: at + Math.max(error.afterMs ?? 0, perMs), left: 0 };
            isLimited = true;
            break;
          }
          first ??= error;
          unfinished.delete(key);
          if (error instanceof OddSearch) {
            restsUntil.set(key, now().getTime() + ODD_MS);
            continue;
          }
          failures += 1;
          if (error.kind === 'needs_login' || failures === FAILURES_MOST) break;
        }
      }
      if (first !== null && worked === 0) throw first;
      const more = share.left > 0 && queries.some(({ key }) => unfinished.has(key));
      // in the order of the queries, so that the same marks read the same
      const kept = queries.flatMap(({ key }) => (next.has(key) ? [[key, next.get(key)]] : []));
      return { entries, marks: Object.fromEntries(kept) as Marks, more, isLimited };
    },
  };
}
