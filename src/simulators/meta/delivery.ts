import { createHmac } from 'node:crypto';
import type { Channel, Page, State } from './state.ts';

type Kind = 'changes' | 'messaging' | 'standby';
interface Item {
  readonly channel: Channel;
  readonly page: Page;
  readonly field: string;
  readonly kind: Kind;
  readonly part: unknown;
  readonly dueAt: number;
}

export interface Delivery {
  push(channel: Channel, page: Page, field: string, kind: Kind, part: unknown): void;
  /** To be called when the address or a subscription has changed. */
  wake(): void;
  settled(): Promise<void>;
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;
const ANSWER_WITHIN_MS = 10_000;

/**
 * Meta's own queue of webhooks: signed, sometimes several in one request, tried again ever more rarely until it is
 * answered with 200. What took Meta 36 hours takes seconds here.
 */
export function openDelivery(state: State): Delivery {
  const closing = new AbortController();
  const queues: Record<Channel, Item[]> = { facebook: [], messenger: [] };
  let held: Item[] = [];
  const running: Partial<Record<Channel, Promise<void>>> = {};
  let waiting: (() => void)[] = [];
  const chance = (share: number) => share > 0 && state.random() < share;

  const isReady = (item: Item) => state.app.callbackUrl !== null && item.page.wasSubscribed;
  const isWanted = (item: Item) => state.app.fields.has(item.field) && item.page.subscribed.has(item.field);

  function enqueue(item: Item): void {
    if (!isWanted(item)) return;
    queues[item.channel].push(item);
    start(item.channel);
  }

  function start(channel: Channel): void {
    running[channel] ??= run(channel).finally(() => {
      delete running[channel];
      if (queues[channel].length > 0 && !closing.signal.aborted) start(channel);
    });
  }

  async function run(channel: Channel): Promise<void> {
    const queue = queues[channel];
    // Events of one moment may share a request, so the first one waits for the others of its turn.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (queue.length > 0 && !closing.signal.aborted) {
      const faults = state.faults[channel];
      await pause((queue[0]?.dueAt ?? 0) - performance.now());
      if (queue.length > 1 && chance(faults.reorder)) queue.splice(1, 0, ...queue.splice(0, 1));
      const batch = queue.splice(0, sizeOf(queue.length));
      const kept = faults.isSilent ? [] : batch.filter((item) => isWanted(item) && !chance(faults.drop));
      if (kept.length > 0) await deliver(kept, chance(faults.duplicate) ? 2 : 1);
      settle(batch);
    }
  }

  const sizeOf = (waitingItems: number) =>
    1 + Math.floor(state.random() * Math.min(waitingItems, waitingItems > 50 ? 20 : 3));

  async function deliver(items: readonly Item[], times: number): Promise<void> {
    const body = bodyOf(items, state.now());
    let failures = 0;
    for (let left = times; left > 0 && !closing.signal.aborted; ) {
      if (await post(body)) {
        left -= 1;
        continue;
      }
      failures += 1;
      if (state.giveUpAfter !== null && failures >= state.giveUpAfter) {
        for (const { page } of items) page.subscribed.clear();
        return;
      }
      // Nobody is there: what stands behind this one has as good as been offered too.
      settle([...fresh].filter(({ channel }) => channel === items[0]?.channel));
      await pause(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(10, failures - 1)));
    }
  }

  async function post(body: Buffer<ArrayBuffer>): Promise<boolean> {
    const { callbackUrl } = state.app;
    if (callbackUrl === null) return false;
    const signature = createHmac('sha256', state.appSecret).update(body).digest('hex');
    try {
      const response = await fetch(callbackUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-hub-signature-256': `sha256=${signature}`,
          'user-agent': 'facebookexternalua',
        },
        body,
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await response.arrayBuffer();
      return response.status === 200;
    } catch {
      return false;
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

  const fresh = new Set<Item>();
  function settle(items: readonly Item[]): void {
    for (const item of items) fresh.delete(item);
    if (fresh.size > 0 && !closing.signal.aborted) return;
    const told = waiting;
    waiting = [];
    for (const resolve of told) resolve();
  }

  function admit(item: Item): void {
    if (!isReady(item)) {
      held.push(item);
      return;
    }
    if (isWanted(item)) fresh.add(item);
    enqueue(item);
  }

  return {
    push(channel, page, field, kind, part) {
      admit({
        channel,
        page,
        field,
        kind,
        part,
        dueAt: performance.now() + state.faults[channel].delayMs,
      });
    },
    wake() {
      const waitingLong = held;
      held = [];
      for (const item of waitingLong) admit(item);
    },
    settled: () => (fresh.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async close() {
      closing.abort();
      settle([]);
      await Promise.all(Object.values(running));
    },
  };
}

/** Changes of one Page share an entry; each private message has one of its own, with a time in milliseconds. */
function bodyOf(items: readonly Item[], now: Date): Buffer<ArrayBuffer> {
  const entry: { id: string; time: number; changes?: unknown[]; messaging?: unknown[]; standby?: unknown[] }[] = [];
  for (const { page, field, kind, part } of items) {
    if (kind !== 'changes') {
      entry.push({ id: page.id, time: now.getTime(), [kind]: [part] });
      continue;
    }
    const change = { field, value: part };
    const last = entry.at(-1);
    if (last?.id === page.id && last.changes) last.changes.push(change);
    else entry.push({ id: page.id, time: Math.floor(now.getTime() / 1000), changes: [change] });
  }
  return Buffer.from(escaped({ object: 'page', entry }));
}

/** Meta writes everything beyond ASCII as `\u00e9`, and signs those bytes. */
export function escaped(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
