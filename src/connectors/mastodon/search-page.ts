import { z } from 'zod';
import type { WalkItem, WalkPage } from '../shared/walk.ts';

/** Posts asked for at once. */
export const PAGE = 40;
/** The account's own filters thin a page, but hardly by half. */
const LAST_PAGE_BELOW = 20;
const Named = z.looseObject({ id: z.string().min(1), created_at: z.string() });
const Found = z.looseObject({ statuses: z.array(z.unknown()) });

/** What the search or the timeline of a hashtag answered, newest first. */
export function pageIn(body: unknown): WalkPage {
  const list = z.array(z.unknown()).safeParse(body).data ?? Found.safeParse(body).data?.statuses ?? [];
  const items = list
    .flatMap((raw): WalkItem[] => {
      const named = Named.safeParse(raw).data;
      const at = new Date(named?.created_at ?? Number.NaN);
      return named && !Number.isNaN(at.getTime()) ? [{ uri: named.id, at, raw }] : [];
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return { items, next: list.length < LAST_PAGE_BELOW ? undefined : borderOf(items) };
}

const secondOf = ({ at }: WalkItem): number => Math.floor(at.getTime() / 1_000);

/**
 * Below which post the next page begins. Mastodon's search makes a whole second of that id and leaves it out, so the
 * last second of this page is asked for again.
 */
function borderOf(items: readonly WalkItem[]): string | undefined {
  const last = items.at(-1);
  return last && (items.findLast((item) => secondOf(item) > secondOf(last)) ?? last).uri;
}
