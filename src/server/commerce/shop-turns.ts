import { Trouble } from '../../core/channel/connector.ts';
import type { WorkspaceId } from '../../core/ids.ts';

/** Of each process. */
const MOST_AT_ONCE = 8;
/** Then what is left waits for the next turn. Both are shorter than what is taken stays with whoever took it. */
const TURN_MS = 60_000;
/** What was asked before the turn was over is waited for so long. */
const PATIENCE_MS = 100_000;

/** One shop, for a while. */
export interface ShopTurn {
  readonly workspaceId: WorkspaceId;
  readonly shopId: string;
  /** Nothing more is begun after it. */
  readonly signal: AbortSignal;
  /** Throws `Trouble` where a shop never answers. */
  inTime<Answer>(asked: Promise<Answer>): Promise<Answer>;
}
export interface TurnLengths {
  readonly mostAtOnce?: number;
  readonly turnMs?: number;
  readonly patienceMs?: number;
}
export type ShopTurns = ReturnType<typeof createShopTurns>;

/** Each shop has its own turn, some at once: one that answers slowly keeps no other waiting. */
export function createShopTurns(
  end: AbortSignal,
  { mostAtOnce = MOST_AT_ONCE, turnMs = TURN_MS, patienceMs = PATIENCE_MS }: TurnLengths = {},
) {
  const running = new Map<string, Promise<void>>();
  return {
    /** Shops that have their turn just now. */
    busy: (): readonly string[] => [...running.keys()],
    free: (): number => mostAtOnce - running.size,
    /** Begins a turn of a shop that has none. What `work` throws is for `failed`. */
    begin(
      { workspaceId, shopId }: Pick<ShopTurn, 'workspaceId' | 'shopId'>,
      work: (turn: ShopTurn) => Promise<void>,
      failed: (error: unknown) => void,
    ): void {
      if (running.has(shopId)) return;
      const until = performance.now() + patienceMs;
      const signal = AbortSignal.any([end, AbortSignal.timeout(turnMs)]);
      const inTime = <Answer>(asked: Promise<Answer>) => within(asked, Math.max(0, until - performance.now()));
      const done = work({ workspaceId, shopId, signal, inTime })
        .catch(failed)
        .finally(() => running.delete(shopId));
      running.set(shopId, done);
    },
    /** When nobody has a turn any more. */
    async settled(): Promise<void> {
      await Promise.all(running.values());
    },
  };
}

async function within<Answer>(asked: Promise<Answer>, ms: number): Promise<Answer> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Trouble('unavailable', 'The shop did not answer in time.')), ms);
  try {
    return await Promise.race([asked, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
