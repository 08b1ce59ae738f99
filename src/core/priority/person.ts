import type { Factor } from './factor.ts';

const DAY_MS = 86_400_000;
/** So little counts nothing, so much counts in full; between them by how often it doubles. In the workspace's currency. */
const BOUGHT_FROM = 10;
const BOUGHT_FULL = 10_000;
const FOLLOWERS_FROM = 500;
const FOLLOWERS_FULL = 100_000;
/** From so many followers on, what somebody says in public is passed on. */
const INFLUENCE_FROM = 10_000;
/** How long ago the last purchase may lie, and how much of it still counts. */
const RECENT: readonly (readonly [days: number, share: number])[] = [
  [7, 1],
  [30, 0.6],
  [90, 0.3],
];

/** Who says it. */
export const PERSON = {
  purchases: {
    group: 'person',
    weight: 20,
    find({ purchases }) {
      if (!purchases || purchases.orders === 0) return null;
      const { orders, value, lastAt, currency } = purchases;
      // Whoever bought at all counts a little, however small it was.
      const share = Math.max(0.1, between(value, BOUGHT_FROM, BOUGHT_FULL));
      return {
        share,
        fact: { orders, value, ...(currency ? { currency } : {}), ...(lastAt ? { at: lastAt.toISOString() } : {}) },
      };
    },
  },
  recent_purchase: {
    group: 'person',
    weight: 10,
    find({ purchases }, now) {
      const lastAt = purchases?.lastAt;
      if (!lastAt) return null;
      const ago = now.getTime() - lastAt.getTime();
      const step = RECENT.find(([days]) => ago < days * DAY_MS);
      if (!step) return null;
      const [days, share] = step;
      return { share, fact: { at: lastAt.toISOString() }, nextAt: new Date(lastAt.getTime() + days * DAY_MS) };
    },
  },
  vip: { group: 'person', weight: 30, find: ({ isVip }) => (isVip ? { share: 1 } : null) },
  reach: {
    group: 'person',
    weight: 15,
    find({ followers }) {
      const share = between(followers ?? 0, FOLLOWERS_FROM, FOLLOWERS_FULL);
      return share > 0 ? { share, fact: { followers: followers ?? 0 } } : null;
    },
  },
  influence: {
    group: 'person',
    weight: 10,
    find: ({ followers, reach }) =>
      (followers ?? 0) >= INFLUENCE_FROM && reach !== 'owned_private'
        ? { share: 1, fact: { followers: followers ?? 0 } }
        : null,
  },
} satisfies Record<string, Factor>;

function between(value: number, from: number, full: number): number {
  if (value <= from) return 0;
  return Math.min(1, Math.log(value / from) / Math.log(full / from));
}
