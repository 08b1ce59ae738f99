import { createHmac } from 'node:crypto';
import { escaped } from '../meta/delivery.ts';
import type { Account, Login, State } from './state.ts';

interface News {
  readonly account: Account;
  readonly field: string;
  readonly shape: 'change' | 'messaging' | 'standby';
  readonly part: unknown;
  readonly at: Date;
  /** The login of Instagram does not tell of advertisements. */
  readonly isOnAd: boolean;
}
interface Item extends News {
  readonly login: Login;
  readonly dueAt: number;
}

export interface Delivery {
  push(account: Account, field: string, shape: News['shape'], part: unknown, at: Date, isOnAd?: boolean): void;
  /** To be called when an address or a subscription has changed. */
  wake(): void;
  settled(): Promise<void>;
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;
const ANSWER_WITHIN_MS = 10_000;
const LOGINS: readonly Login[] = ['facebook', 'instagram'];

/** Meta's queue of webhooks for Instagram: signed with the secret of the login, tried again ever more rarely. */
export function openDelivery(state: State): Delivery {
  const closing = new AbortController();
  const queue: Item[] = [];
  const fresh = new Set<Item>();
  let held: News[] = [];
  let running: Promise<void> | undefined;
  let waiting: (() => void)[] = [];
  const chance = (share: number) => share > 0 && state.random() < share;

  const isWanted = (login: Login, { account, field, isOnAd }: News) =>
    login === 'facebook'
      ? account.onPage.size > 0 && state.hooks.facebook.fields.has(field)
      : !isOnAd && account.onAccount.has(field);
  const isOpen = (login: Login) => state.hooks[login].url !== null;

  function admit(news: News): void {
    if (!news.account.wasSubscribed || !LOGINS.some(isOpen)) {
      held.push(news);
      return;
    }
    for (const login of LOGINS) {
      if (!isOpen(login) || !isWanted(login, news)) continue;
      const item = { ...news, login, dueAt: performance.now() + state.faults.delayMs };
      fresh.add(item);
      queue.push(item);
    }
    start();
  }

  function start(): void {
    running ??= run().finally(() => {
      running = undefined;
      if (queue.length > 0 && !closing.signal.aborted) start();
    });
  }

  async function run(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (queue.length > 0 && !closing.signal.aborted) {
      await pause((queue[0]?.dueAt ?? 0) - performance.now());
      if (queue.length > 1 && chance(state.faults.reorder)) queue.splice(1, 0, ...queue.splice(0, 1));
      const batch = takeBatch();
      const kept = state.faults.isSilent ? [] : batch.filter(() => !chance(state.faults.drop));
      if (kept.length > 0) await deliver(kept, chance(state.faults.duplicate) ? 2 : 1);
      settle(batch);
    }
  }

  /** Events of one moment may share a request; each has an entry of its own. */
  function takeBatch(): Item[] {
    const most = 1 + Math.floor(state.random() * 3);
    const { login } = queue[0] as Item;
    let size = 1;
    while (size < most && queue[size]?.login === login) size += 1;
    return queue.splice(0, size);
  }

  async function deliver(items: readonly Item[], times: number): Promise<void> {
    const { login } = items[0] as Item;
    const body = Buffer.from(escaped({ object: 'instagram', entry: items.map((item) => entryOf(item)) }));
    let failures = 0;
    for (let left = times; left > 0 && !closing.signal.aborted; ) {
      if (await post(login, body)) {
        left -= 1;
        continue;
      }
      failures += 1;
      // Nobody is there: what stands behind this one has as good as been offered too.
      settle([...fresh]);
      await pause(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(10, failures - 1)));
    }
  }

  function entryOf({ account, field, shape, part, at, login }: Item): unknown {
    const id = account.id;
    if (shape !== 'change') {
      if (state.quirks.messagesAsChanges && shape === 'messaging')
        return { id, time: Math.floor(at.getTime() / 1000), changes: [{ field, value: part }] };
      return { id, time: state.now().getTime(), [shape]: [part] };
    }
    const time = Math.floor(at.getTime() / 1000);
    return login === 'facebook' ? { id, time, changes: [{ field, value: part }] } : { id, time, field, value: part };
  }

  async function post(login: Login, body: Buffer<ArrayBuffer>): Promise<boolean> {
    const { url } = state.hooks[login];
    if (url === null) return false;
    const secret = login === 'facebook' ? state.appSecret : state.instagramSecret;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
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

  function settle(items: readonly Item[]): void {
    for (const item of items) fresh.delete(item);
    if (fresh.size > 0 && !closing.signal.aborted) return;
    const told = waiting;
    waiting = [];
    for (const resolve of told) resolve();
  }

  return {
    push: (account, field, shape, part, at, isOnAd = false) => admit({ account, field, shape, part, at, isOnAd }),
    wake() {
      const waitingLong = held;
      held = [];
      for (const news of waitingLong) admit(news);
    },
    settled: () => (fresh.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async close() {
      closing.abort();
      settle([]);
      await running;
    },
  };
}
