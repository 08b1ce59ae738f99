import { z } from 'zod';
import { type Quota, Trouble } from '../../core/channel/connector.ts';
import type { XCredentials } from './credentials.ts';

/** What one of each costs, in US dollars. Source: X docs, "Pay per use", August 2026. */
const PRICES = { post: 0.005, user: 0.01, message: 0.01, own: 0.001 } as const;
export type Priced = keyof typeof PRICES;

/** Who stops first: keyword search leaves room for mentions, and those for direct messages. */
const SHARES = { messages: 1, mentions: 0.9, posts: 0.9, quotes: 0.8, search: 0.8, lookups: 0.9 } as const;
export type Spender = keyof typeof SHARES;
export const SPENDERS = Object.keys(SHARES) as readonly Spender[];

/** A UTC day as every cursor carries it: each spender's numbers only grow, so that of two the larger one is right. */
export const Day = z.object({
  day: z.string(),
  by: z.record(z.string(), z.object({ usd: z.number().nonnegative(), read: z.number().nonnegative() })),
});
export type Day = z.infer<typeof Day>;

export interface Spending {
  /** Takes over what was counted before this process began. */
  recall(day: Day | undefined): void;
  /** Counts what came. The same thing is charged once in a UTC day, by X's own (soft) word. @returns US dollars */
  charge(spender: Spender, what: Priced, ids: readonly string[]): number;
  /** How many may still be read, at this many dollars and things each. */
  leftFor(spender: Spender, usdEach: number): number;
  day(): Day;
  quota(): Quota;
  /** All of it is used: what to say, with the wait until midnight UTC. */
  usedUp(): Trouble;
}

type Ceiling = Pick<XCredentials, 'plan' | 'ownsApp' | 'dailyCeiling' | 'ceilingIn'>;
const DAY_MS = 86_400_000;

export function createSpending(now: () => Date): (ceiling: Ceiling) => Spending {
  let day: Day = { day: '', by: {} };
  let known = new Set<string>();
  function today(): Day {
    const date = now().toISOString().slice(0, 10);
    if (day.day !== date) {
      day = { day: date, by: {} };
      known = new Set();
    }
    return day;
  }
  const total = (what: 'usd' | 'read') => Object.values(today().by).reduce((sum, one) => sum + one[what], 0);
  const midnight = () => new Date((Math.floor(now().getTime() / DAY_MS) + 1) * DAY_MS);

  return ({ plan, ownsApp, dailyCeiling, ceilingIn }) => ({
    recall(before) {
      if (!before || before.day !== today().day) return;
      for (const [spender, { usd, read }] of Object.entries(before.by)) {
        const is = today().by[spender] ?? { usd: 0, read: 0 };
        today().by[spender] = { usd: Math.max(is.usd, usd), read: Math.max(is.read, read) };
      }
    },
    charge(spender, what, ids) {
      const before = today().by[spender] ?? { usd: 0, read: 0 };
      const fresh = [...new Set(ids)].filter((id) => !known.has(`${what} ${id}`));
      for (const id of fresh) known.add(`${what} ${id}`);
      if (fresh.length === 0) return 0;
      const price = PRICES[what === 'own' && !ownsApp ? 'post' : what];
      // people are charged for, but are no posts
      const read = what === 'user' ? 0 : fresh.length;
      const usd = price * fresh.length;
      today().by[spender] = { usd: before.usd + usd, read: before.read + read };
      return usd;
    },
    leftFor(spender, usdEach) {
      if (dailyCeiling === 0) return Number.POSITIVE_INFINITY;
      const room = dailyCeiling * SHARES[spender];
      if (ceilingIn === 'posts') return Math.max(0, Math.floor(room - total('read')));
      return Math.max(0, Math.floor((room - total('usd') + 1e-9) / usdEach));
    },
    day: () => structuredClone(today()),
    quota() {
      const usd = Math.round(total('usd') * 1_000) / 1_000;
      const counted =
        ceilingIn === 'dollars'
          ? { of: 'US dollars for reading today', used: usd }
          : { of: 'posts and messages read today', used: total('read') };
      const cost = plan === 'pay_per_use' ? { costUsd: usd } : {};
      return { ...counted, limit: dailyCeiling === 0 ? null : dailyCeiling, resetsAt: midnight(), ...cost };
    },
    usedUp() {
      const what = ceilingIn === 'dollars' ? `${dailyCeiling} US dollars` : `${dailyCeiling} posts and messages`;
      return new Trouble(
        'limited',
        `The ceiling for reading today is reached (${what}). Reading goes on at midnight UTC; the ceiling is in the settings of the inbox.`,
        midnight().getTime() - now().getTime() + 1_000,
      );
    },
  });
}

/** What one thing of a page may cost at most: itself, who wrote it, and what it points at. */
export const DEAREST = {
  message: PRICES.message + PRICES.user,
  others: PRICES.post * 2 + PRICES.user,
  own: PRICES.post,
} as const;
/** A post of somebody whom the day has not yet paid for: the usual case of what a search finds. */
export const USD_PER_FOUND = PRICES.post + PRICES.user;
