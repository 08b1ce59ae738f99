import type { AtOnce } from '../../core/channel/at-once.ts';
import type { AccessTokens } from '../shared/access-tokens.ts';
import type { AppKeys } from './app-tokens.ts';
import { type AppCall, asApp, type Hitch, isHitch } from './as-app.ts';
import { readStream, type StreamParts } from './read-stream.ts';
import { type OddRules, settleRules } from './settle-rules.ts';
import type { StreamedPost } from './stream-line.ts';
import { pauseAfter, type StreamFailure, whyResting } from './stream-pauses.ts';
import type { StreamedList, WantedRule } from './stream-rules.ts';

/** One inbox that hears by the stream of its app. */
export interface Hearer {
  readonly account: string;
  /** What it is to be brought, each in as many rules as it takes. */
  readonly rules: readonly WantedRule[];
  /** Whether there is money left today for what a list brings. */
  mayRead(list: StreamedList): boolean;
  hear(post: StreamedPost, lists: ReadonlySet<StreamedList>): void;
  /** A post that came for nobody of us, by the rule of another program, and is paid for all the same. */
  pay(post: StreamedPost): void;
  /** It stands otherwise with the connection. */
  moved(): void;
}
/** A connection that is open brings each hearer something else. */
export type Connection = Exclude<AtOnce, { state: 'open' }> | { readonly state: 'open' };
export interface Hearing {
  /** What it wants may be something else now. */
  changed(): void;
  connection(): Connection;
  /** A person wants it to be tried again. What X itself asks for is kept to. */
  retry(): void;
  /** Resolves when nothing is brought for it any more, or when that takes too long. */
  leave(): Promise<void>;
}
export interface KeeperParts extends StreamParts {
  readonly keys: AppKeys;
  readonly tokens: AccessTokens<AppKeys>;
  readonly call: AppCall;
}

/** X may not notice for so long that a connection was lost. */
const PERHAPS_OURS_MS = 5 * 60_000;
/** A shorter pause is nothing to speak of. */
const TOLD_MS = 60_000;
/** A connection that held so long was a good one. */
const HELD_MS = 60_000;
/** The end of the program does not wait longer for the network. */
const LEAVE_WITHIN_MS = 3_000;

/** The one connection of an app, for all who hear by it: open while somebody wants something of it. */
export function createKeeper(parts: KeeperParts): (hearer: Hearer) => Hearing {
  const { timers, now, call, tokens, keys } = parts;
  const hearers = new Set<Hearer>();
  /** Whose rules may stand because of us. */
  const accounts = new Set<string>();
  const odd: OddRules = new Map();
  let byId: ReadonlyMap<string, string> = new Map();
  /** Something of ours. */
  let mayStand = false;
  let changes = Promise.withResolvers<void>();
  let running: Promise<void> | null = null;
  let last: { readonly failure: StreamFailure; readonly count: number } | null = null;
  let isResting = false;
  let giveUpRest = () => {};
  let hadAt = Number.NEGATIVE_INFINITY;
  let connection: Connection = { state: 'opening' };

  const poke = () => {
    changes.resolve();
    changes = Promise.withResolvers();
  };
  const move = (to: Connection) => {
    connection = to;
    for (const hearer of hearers) hearer.moved();
  };
  const wantedByAll = () => [...hearers].flatMap(({ rules, mayRead }) => rules.filter(({ list }) => mayRead(list)));
  const namesOf = (rules: readonly WantedRule[]) => [...new Set(rules.map(({ value }) => value))].sort().join('\n');

  async function settle(wanted: readonly WantedRule[]): Promise<Hitch | null> {
    mayStand ||= wanted.length > 0;
    const settled = await settleRules(call, wanted, { accounts, odd, now });
    if (isHitch(settled)) return settled;
    byId = settled.byId;
    mayStand = wanted.length > 0;
    return null;
  }

  function bring(post: StreamedPost, ruleIds: readonly string[]): void {
    const values = new Set(ruleIds.flatMap((id) => byId.get(id) ?? []));
    let isHeard = false;
    for (const hearer of hearers) {
      // also what was on its way when the money of the day came to its end: it is paid for
      const lists = new Set(hearer.rules.flatMap(({ value, list }) => (values.has(value) ? [list] : [])));
      if (lists.size > 0) hearer.hear(post, lists);
      isHeard ||= lists.size > 0;
    }
    if (!isHeard) [...hearers][0]?.pay(post);
  }

  function open(signal: AbortSignal): Promise<Hitch> {
    let openedAt: number | null = null;
    const opened = () => {
      openedAt = now().getTime();
      move({ state: 'open' });
    };
    const listener = {
      opened,
      heard: ({ post, rules }: { post: StreamedPost; rules: readonly string[] }) => bring(post, rules),
    };
    const read = asApp(
      tokens,
      keys,
      (token) => readStream(parts, token, listener, signal),
      (end) => end.isRefused,
    );
    return read.finally(() => {
      if (openedAt === null) return;
      move({ state: 'opening' });
      hadAt = now().getTime();
      if (hadAt - openedAt >= HELD_MS) last = null;
    });
  }

  /** Keeps what is wanted standing and the connection open. Null: nothing is wanted any more. */
  async function listen(): Promise<Hitch | null> {
    let poked = changes.promise;
    let wanted = wantedByAll();
    const hitch = wanted.length > 0 || mayStand ? await settle(wanted) : null;
    if (hitch) return hitch;
    if (wanted.length === 0) {
      await poked;
      return null;
    }
    const stop = new AbortController();
    let ended: Hitch | null = null;
    const reading = open(stop.signal).then((end) => {
      ended = end;
      poke();
    });
    try {
      for (;;) {
        await poked;
        poked = changes.promise;
        if (ended) return ended;
        const wantedNow = wantedByAll();
        if (wantedNow.length === 0) return null;
        if (namesOf(wantedNow) === namesOf(wanted)) continue;
        wanted = wantedNow;
        const changing = await settle(wanted);
        // a rule that cannot be taken away is not to go on costing money
        if (changing) return changing;
      }
    } finally {
      stop.abort();
      await reading;
    }
  }

  async function rest(): Promise<void> {
    while (isResting && hearers.size > 0) await changes.promise;
  }

  async function pauseFor({ failure, afterMs = 0 }: Hitch): Promise<void> {
    last = { failure, count: last?.failure === failure ? last.count + 1 : 1 };
    // whoever has the place is not to be sent, and charged for, what we look for
    if (failure === 'taken') await settle([]).catch(() => null);
    const isPerhapsOurs = now().getTime() - hadAt < PERHAPS_OURS_MS;
    isResting = true;
    const ms = Math.max(afterMs, pauseAfter(failure, last.count, isPerhapsOurs));
    if (ms >= TOLD_MS) move({ state: 'resting', until: new Date(now().getTime() + ms), why: whyResting(failure) });
    // it also goes on while nobody is there: whoever comes back too early is one more failure
    giveUpRest = timers.after(ms, () => {
      isResting = false;
      move({ state: 'opening' });
      poke();
    });
  }

  function retry(): void {
    if (!isResting || last?.failure === 'slow') return;
    giveUpRest();
    isResting = false;
    last = null;
    move({ state: 'opening' });
    poke();
  }

  async function keep(): Promise<void> {
    do {
      while (hearers.size > 0) {
        await rest();
        if (hearers.size === 0) break;
        const hitch = await listen().catch((): Hitch => ({ failure: 'http' }));
        if (hitch && hearers.size > 0) await pauseFor(hitch);
      }
      if (mayStand) await settle([]).catch(() => null);
    } while (hearers.size > 0);
    running = null;
  }

  return (hearer) => {
    hearers.add(hearer);
    accounts.add(hearer.account);
    poke();
    running ??= keep();
    return {
      changed: poke,
      connection: () => connection,
      retry,
      async leave() {
        hearers.delete(hearer);
        poke();
        if (hearers.size > 0 || !running) return;
        const late = Promise.withResolvers<void>();
        const giveUp = timers.after(LEAVE_WITHIN_MS, late.resolve);
        await Promise.race([running, late.promise]);
        giveUp();
      },
    };
  };
}
