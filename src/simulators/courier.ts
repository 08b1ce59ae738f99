import type { Faults } from './network.ts';

export interface CourierOptions<Item> {
  readonly faults: Faults;
  /** 0..1, seeded. */
  readonly random: () => number;
  /** How many may share a request; 1: each has its own. */
  readonly most: number;
  /** False: nobody has said yet where to deliver to. Things wait until `wake`. */
  readonly isReady: () => boolean;
  /** One request. True when it was answered as the network wants it. `attempt` counts from 0, over repeats too. */
  readonly deliver: (items: readonly Item[], attempt: number, signal: AbortSignal) => Promise<boolean>;
  /** Tries until the network lets go of it. */
  readonly tries: number;
}

/** A network's own queue of webhooks, with all its faults: lost, doubled, out of order, late, tried again ever more rarely. */
export interface Courier<Item> {
  push(item: Item): void;
  /** To be called when there is an address. */
  wake(): void;
  /** Resolves when everything pushed so far was offered once. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

export function openCourier<Item>(options: CourierOptions<Item>): Courier<Item> {
  const { faults, random } = options;
  const closing = new AbortController();
  const queue: { readonly item: Item; readonly dueAt: number }[] = [];
  /** Not yet offered. */
  const fresh = new Set<unknown>();
  let isRunning = false;
  let running: Promise<void> = Promise.resolve();
  const waiting: (() => void)[] = [];
  const chance = (share: number) => share > 0 && random() < share;

  function offered(entries: Iterable<unknown>): void {
    for (const entry of entries) fresh.delete(entry);
    if (fresh.size > 0 && !closing.signal.aborted) return;
    for (const resolve of waiting.splice(0)) resolve();
  }

  function start(): void {
    if (isRunning || !options.isReady() || closing.signal.aborted) return;
    isRunning = true;
    running = run().finally(() => {
      isRunning = false;
      if (queue.length > 0) start();
    });
  }

  async function run(): Promise<void> {
    // What happens in one moment may share a request, so the first waits for the others of its turn.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (queue.length > 0 && !closing.signal.aborted) {
      await pause((queue[0]?.dueAt ?? 0) - performance.now());
      if (queue.length > 1 && chance(faults.reorder)) queue.splice(1, 0, ...queue.splice(0, 1));
      const batch = queue.splice(0, 1 + Math.floor(random() * Math.min(queue.length, options.most)));
      const kept = faults.isSilent ? [] : batch.filter(() => !chance(faults.drop)).map(({ item }) => item);
      if (kept.length > 0) await deliver(kept, chance(faults.duplicate) ? 2 : 1);
      offered(batch);
    }
  }

  async function deliver(items: readonly Item[], times: number): Promise<void> {
    let left = times;
    for (let attempt = 0, failures = 0; left > 0 && failures < options.tries && !closing.signal.aborted; attempt += 1) {
      if (await options.deliver(items, attempt, closing.signal)) {
        left -= 1;
        continue;
      }
      failures += 1;
      // Nobody is there: what stands behind this one has as good as been offered too.
      offered([...fresh]);
      await pause(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(10, failures - 1)));
    }
  }

  function pause(ms: number): Promise<void> {
    if (ms <= 0 || closing.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        closing.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      closing.signal.addEventListener('abort', done);
    });
  }

  return {
    push(item) {
      const entry = { item, dueAt: performance.now() + faults.delayMs };
      queue.push(entry);
      fresh.add(entry);
      start();
    },
    wake: start,
    settled: () =>
      fresh.size === 0 || !options.isReady()
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
    async close() {
      closing.abort();
      offered([...fresh]);
      await running;
    },
  };
}
