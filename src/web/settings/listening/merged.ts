import type { Preview } from '../../../wire/listening.ts';

const MOST = 200;
const PASSED = ['noTrigger', 'excluded', 'language', 'noBrand'] as const;
type Post = Pick<Preview['items'][number], 'permalink' | 'channel' | 'text' | 'saidAt'>;

/**
 * What the desk has, and beside it what each network said when it was asked by itself. Every answer tells of the desk's
 * own posts, too: they count once.
 */
export const merged = (kept: Preview, answers: readonly Preview[]): Preview =>
  answers.reduce(
    (all, one) => ({
      items: newest([...all.items, ...one.items.filter((post) => !post.isKept && !isAmong(all.items, post))]),
      nearly: newest([...all.nearly, ...one.nearly.filter((post) => !isAmong(all.nearly, post))]),
      looked: all.looked + more(one.looked, kept.looked),
      passed: Object.fromEntries(
        PASSED.map((why) => [why, all.passed[why] + more(one.passed[why], kept.passed[why])]),
      ) as Preview['passed'],
      asked: [
        ...all.asked.filter(({ inboxId }) => !one.asked.some((other) => other.inboxId === inboxId)),
        ...one.asked,
      ],
      perDay: larger(all.perDay, one.perDay),
      usdPerDay: larger(all.usdPerDay, one.usdPerDay),
    }),
    kept,
  );

const more = (now: number, before: number): number => Math.max(0, now - before);
const larger = (a: number | null, b: number | null): number | null => (a === null || (b !== null && b > a) ? b : a);
const newest = <One extends Post>(posts: readonly One[]): One[] =>
  posts.toSorted((a, b) => Date.parse(b.saidAt) - Date.parse(a.saidAt)).slice(0, MOST);
const isAmong = (posts: readonly Post[], { permalink, channel, text, saidAt }: Post): boolean =>
  posts.some((one) =>
    permalink === null
      ? one.channel === channel && one.text === text && one.saidAt === saidAt
      : one.permalink === permalink,
  );
