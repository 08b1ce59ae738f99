import { chance, type State } from './state.ts';

export type Update = { readonly update_id: number } & Readonly<Record<string, unknown>>;

export interface Delivery {
  push(kind: string, part: unknown): void;
  /** What waits, from this number on; what is before it is forgotten. */
  take(offset: number | undefined, limit: number): readonly Update[];
  pending(): number;
  /** To be called when the address has changed. */
  wake(): void;
  drop(): void;
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Off unless they are asked for. Source: Bot API, `allowed_updates`. */
const OFF = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
const KEPT_MS = 24 * 3_600_000;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;
const ANSWER_WITHIN_MS = 10_000;

type Waiting = { readonly update: Update; readonly at: Date; readonly dueAt: number };
type Perform = (method: string, params: Record<string, unknown>) => void;

/** Telegram's queue of one bot: brought to its webhook, tried again ever more rarely, or kept until it is asked for. */
export function openDelivery(state: State, perform: Perform): Delivery {
  const closing = new AbortController();
  const queue: Waiting[] = [];
  const fresh = new Set<Waiting>();
  let nextId = 700_000_000 + Math.floor(state.random() * 1_000_000);
  let running: Promise<void> | undefined;
  const waiters: (() => void)[] = [];

  const isWanted = (kind: string) => state.webhook.allowed?.includes(kind) ?? !OFF.has(kind);

  function settle(): void {
    if (fresh.size > 0 && !closing.signal.aborted) return;
    for (const resolve of waiters.splice(0)) resolve();
  }

  function start(): void {
    if (state.webhook.url === '' || queue.length === 0 || closing.signal.aborted) return;
    running ??= run().finally(() => {
      running = undefined;
      start();
    });
  }

  async function run(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    let failures = 0;
    while (queue.length > 0 && state.webhook.url !== '' && !closing.signal.aborted) {
      await pause((queue[0]?.dueAt ?? 0) - performance.now());
      if (queue.length > 1 && chance(state, state.faults.reorder)) queue.splice(1, 0, ...queue.splice(0, 1));
      const [first] = queue;
      if (!first) return;
      const isLost = state.faults.isSilent || chance(state, state.faults.drop);
      if (!isLost && !(await post(first.update))) {
        failures += 1;
        // Nobody is there: what stands behind this one has as good as been offered too.
        fresh.clear();
        settle();
        await pause(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(10, failures - 1)));
        continue;
      }
      failures = 0;
      if (!isLost && chance(state, state.faults.duplicate)) await post(first.update);
      const at = queue.indexOf(first);
      if (at >= 0) queue.splice(at, 1);
      fresh.delete(first);
      settle();
    }
  }

  async function post(update: Update): Promise<boolean> {
    const { url, secret } = state.webhook;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      const said = await response.text();
      if (!response.ok) {
        note(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
        return false;
      }
      answered(said);
      return true;
    } catch {
      note('Connection refused');
      return false;
    }
  }
  const note = (message: string) => {
    state.webhook.lastError = { at: state.now(), message };
  };

  /** The answer of a webhook may carry one call. */
  function answered(text: string): void {
    try {
      const { method, ...params } = JSON.parse(text) as Record<string, unknown>;
      if (typeof method === 'string') perform(method, params);
    } catch {
      // anything else is as good as nothing
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
    push(kind, part) {
      if (!isWanted(kind)) return;
      const update: Update = { update_id: nextId, [kind]: part };
      nextId += 1;
      const item = { update, at: state.now(), dueAt: performance.now() + state.faults.delayMs };
      queue.push(item);
      if (state.webhook.url !== '') fresh.add(item);
      start();
    },
    take(offset, limit) {
      const keep = queue.filter(
        ({ update, at }) =>
          (offset === undefined || update.update_id >= offset) && state.now().getTime() - at.getTime() <= KEPT_MS,
      );
      queue.splice(0, queue.length, ...keep);
      if (state.faults.isSilent) return [];
      const ready = queue.filter(({ dueAt }) => dueAt <= performance.now()).slice(0, limit);
      const page = ready.flatMap(({ update }) => (chance(state, state.faults.duplicate) ? [update, update] : [update]));
      return chance(state, state.faults.reorder) ? page.toReversed() : page;
    },
    pending: () => queue.length,
    wake: start,
    drop: () => void queue.splice(0),
    settled: () => (fresh.size === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    async close() {
      closing.abort();
      settle();
      await running;
    },
  };
}
