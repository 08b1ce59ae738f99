import { setImmediate as letIn } from 'node:timers/promises';
import type { WorkspaceId } from '../../core/ids.ts';
import { readSeq } from '../../storage/changes.ts';
import { type Count, type Counted, countInboxes, countLists, countMine } from '../../storage/conversations/counts.ts';
import type { Reader } from '../../storage/database.ts';
import { listViews, readTeams } from '../../storage/views/rows.ts';
import type { Counts } from './counting.ts';
import { type Asking, createWishes, type Wanted } from './wanted-counts.ts';

/** Those who ask within this time are answered together, in milliseconds. */
const GATHER_MS = 15;
/** Nothing is counted again before this, in milliseconds, and what took long not before so many times as long. */
const REST_MS = 1_000;
const REST_TIMES = 4;
/** What changes by the passing of time is counted again after this, and who is in which team is looked up, in milliseconds. */
const TIMELY_MS = 15_000;
/** Nobody asked for it so long: forgotten, in milliseconds. */
const UNUSED_MS = 60_000;
/** Answered before others are let in. */
const TOLD_AT_ONCE = 8;
/** Lists counted by one statement. */
const AT_ONCE = 40;

interface Kept<Value> {
  readonly value: Value;
  /** The change up to which it is true, and when it was found, by `performance.now()`. */
  readonly seq: number;
  readonly at: number;
  usedAt: number;
}
interface Waiting {
  readonly asking: Asking;
  readonly answer: (counts: Counts) => void;
  readonly fail: (error: unknown) => void;
}
const isOwn = ({ view, filters = [] }: Counted) => view === 'mine' && filters.length === 0;
export type Tally = ReturnType<typeof createTally>;

/**
 * The counts of one workspace. Askers wait for the next round; a round counts what changed since it was last counted,
 * once for all of them, and there is at most one a second. Whoever asks after an act hears what the act has changed.
 */
export function createTally(db: Reader, workspaceId: WorkspaceId, now: () => Date) {
  const kept = new Map<string, Kept<Count>>();
  let inboxes: Kept<Counts['inboxes']> | null = null;
  let house: Kept<ReturnType<typeof createWishes>> | null = null;
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isCounting = false;
  let restUntil = 0;

  function schedule(inMs: number): void {
    if (!isCounting) timer ??= setTimeout(() => void round(), inMs);
  }

  async function round(): Promise<void> {
    timer = undefined;
    isCounting = true;
    const asked = waiting;
    waiting = [];
    try {
      await answer(asked);
    } catch (error) {
      for (const { fail } of asked) fail(error);
    } finally {
      isCounting = false;
      if (waiting.length > 0) schedule(Math.max(GATHER_MS, restUntil - performance.now()));
    }
  }

  async function answer(asked: readonly Waiting[]): Promise<void> {
    const startedAt = performance.now();
    // First: what is committed while the rest is read counts as changed since.
    const seq = await readSeq(db, workspaceId);
    const isFresh = (one: Kept<unknown> | null | undefined, isTimely: boolean) =>
      one?.seq === seq && !(isTimely && startedAt - one.at > TIMELY_MS);
    const isResting = startedAt < restUntil;
    if (!house || (!isResting && !isFresh(house, true)))
      house = { value: await readHouse(), seq, at: startedAt, usedAt: startedAt };
    const wantedBy = house.value;
    const wishes = asked.map((one) => ({ ...one, wanted: wantedBy(one.asking) }));
    const isStale = (one: Wanted) => !isFresh(kept.get(one.key), one.isTimely);
    const stale = new Map(wishes.flatMap(({ wanted }) => wanted.filter(isStale).map((one) => [one.key, one] as const)));
    const areStale = stale.size > 0 || !isFresh(inboxes, false) || !isFresh(house, false);
    if (areStale && isResting) {
      // What is known to have changed waits for its turn.
      waiting.push(...asked);
      return;
    }
    if (areStale) {
      await count([...stale.values()], seq, startedAt);
      if (!isFresh(inboxes, false))
        inboxes = { value: await countInboxes(db, workspaceId, now()), seq, at: startedAt, usedAt: startedAt };
      const took = performance.now() - startedAt;
      restUntil = startedAt + Math.max(REST_MS, took * (1 + REST_TIMES));
    }
    for (const [nth, { wanted, asking, answer: tell }] of wishes.entries()) {
      tell(sumUp(wanted, asking, startedAt));
      // Each answer is written down at once: hundreds in a row would hold up everybody who asks for something else.
      if (nth % TOLD_AT_ONCE === TOLD_AT_ONCE - 1) await letIn();
    }
    for (const [key, { usedAt }] of kept) if (startedAt - usedAt > UNUSED_MS) kept.delete(key);
  }

  async function readHouse() {
    return createWishes(await listViews(db, workspaceId), await readTeams(db, workspaceId));
  }

  async function count(wanted: readonly Wanted[], seq: number, at: number): Promise<void> {
    const keep = (key: string, value: Count = { count: 0, isCapped: false }) =>
      kept.set(key, { value, seq, at, usedAt: at });
    // What each has of their own is one statement for all who may see the same.
    const [lists, mine] = [wanted.filter(({ list }) => !isOwn(list)), wanted.filter(({ list }) => isOwn(list))];
    for (const alike of Map.groupBy(mine, ({ list }) => JSON.stringify(list.visible)).values()) {
      const agentIds = alike.flatMap(({ list }) => list.agentId ?? []);
      const counts = await countMine(db, workspaceId, agentIds, alike[0]?.list.visible ?? null, now());
      for (const { key, list } of alike) keep(key, list.agentId ? counts.get(list.agentId) : undefined);
    }
    for (let from = 0; from < lists.length; from += AT_ONCE) {
      const some = lists.slice(from, from + AT_ONCE);
      const counts = await countLists(
        db,
        workspaceId,
        some.map(({ list }) => list),
        now(),
      );
      for (const [index, { key }] of some.entries()) keep(key, counts[index]);
    }
  }

  function sumUp(wanted: readonly Wanted[], { visible }: Asking, at: number): Counts {
    const counts: Record<Wanted['in'], Record<string, Count>> = { views: {}, saved: {} };
    for (const { in: where, name, key } of wanted) {
      const one = kept.get(key);
      if (!one) continue;
      one.usedAt = at;
      counts[where][name] = one.value;
    }
    const all = Object.entries(inboxes?.value ?? {});
    const theirs = visible ? all.filter(([id]) => (visible as readonly string[]).includes(id)) : all;
    return { views: counts.views as Counts['views'], saved: counts.saved, inboxes: Object.fromEntries(theirs) };
  }

  return {
    ask: (asking: Asking): Promise<Counts> =>
      new Promise((resolve, fail) => {
        waiting.push({ asking, answer: resolve, fail });
        schedule(GATHER_MS);
      }),
    close: () => {
      clearTimeout(timer);
      for (const { fail } of waiting) fail(new Error('The server is closing.'));
      waiting = [];
    },
  };
}
