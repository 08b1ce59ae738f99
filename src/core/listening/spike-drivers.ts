import type { Sentiment } from '../understanding/understood.ts';

export interface DrivingPost {
  readonly id: string;
  readonly alike: string;
  readonly at: Date;
  readonly followers: number | null;
  readonly sentiment: Sentiment | null;
  readonly urgency: number | null;
}

export const DRIVERS_MOST = 6;
/** Of each kind of driver; the rest would push the others out. */
const OF_A_KIND = 2;
/** Whoever has fewer is heard by friends. */
const WIDE = 1_000;

/** The posts that a spike is made of: what most of it repeats, who is heard widest, and who is angriest. */
export function driversOf(posts: readonly DrivingPost[]): readonly string[] {
  const groups = [...Map.groupBy(posts, ({ alike }) => alike).values()]
    .filter((group) => group.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((group) => group.find(({ id, alike }) => id === alike) ?? earliest(group));
  const widest = posts.filter(({ followers }) => (followers ?? 0) >= WIDE).toSorted((a, b) => heard(b) - heard(a));
  const angriest = posts
    .filter(({ sentiment }) => sentiment === 'negative')
    .toSorted((a, b) => (b.urgency ?? 0) - (a.urgency ?? 0) || heard(b) - heard(a) || +a.at - +b.at);
  const chosen = new Map<string, DrivingPost>();
  const seen = new Set<string>();
  const take = (of: readonly DrivingPost[], most: number) => {
    let left = most;
    for (const post of of) {
      if (left === 0 || chosen.size === DRIVERS_MOST) return;
      if (seen.has(post.alike)) continue;
      seen.add(post.alike);
      chosen.set(post.id, post);
      left -= 1;
    }
  };
  for (const kind of [groups, widest, angriest]) take(kind, OF_A_KIND);
  // A spike without any of that is driven by whoever began it.
  if (chosen.size < OF_A_KIND)
    take(
      posts.toSorted((a, b) => +a.at - +b.at),
      OF_A_KIND,
    );
  return [...chosen.values()].toSorted((a, b) => heard(b) - heard(a)).map(({ id }) => id);
}

const heard = ({ followers }: DrivingPost): number => followers ?? 0;

function earliest(group: readonly DrivingPost[]): DrivingPost {
  return group.reduce((first, post) => (post.at < first.at ? post : first));
}
