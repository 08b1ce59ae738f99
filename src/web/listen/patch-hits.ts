import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { HitList } from '../../wire/listening.ts';
import type { Boards, Hit, Narrow } from '../api/listening.ts';
import { boardsQuery } from '../api/listening.ts';

export type Change = Pick<Hit, 'state'> & Partial<Pick<Hit, 'reason' | 'judgedBy' | 'judgedAt' | 'conversationId'>>;
type Pages = InfiniteData<z.infer<typeof HitList>, string | null>;

/** Those of a list, changed; what does not belong to the list any more leaves it. */
export function withChange(pages: Pages, ids: ReadonlySet<string>, change: Change, state: Narrow['state']): Pages {
  if (!pages.pages.some(({ items }) => items.some(({ id }) => ids.has(id)))) return pages;
  const stays = state === 'all' || (state === 'handled') === (change.state !== 'waiting');
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: stays
        ? page.items.map((hit) => (ids.has(hit.id) ? { ...hit, ...change } : hit))
        : page.items.filter(({ id }) => !ids.has(id)),
    })),
  };
}

/** Shows what was done before it is answered; whoever asks reads it again afterwards. */
export function showChange(client: QueryClient, board: string, hits: readonly Hit[], change: Change): void {
  const ids = new Set(hits.map(({ id }) => id));
  for (const [key, data] of client.getQueriesData<Pages>({ queryKey: ['listening', 'hits'] })) {
    const narrow = key[3] as Narrow | undefined;
    if (data) client.setQueryData(key, withChange(data, ids, change, narrow?.state ?? 'waiting'));
  }
  const less = hits.filter(({ state }) => state === 'waiting').length;
  if (change.state === 'waiting' || less === 0) return;
  client.setQueryData<Boards>(boardsQuery.queryKey, (boards) =>
    boards?.map((one) =>
      one.id !== board || one.waiting.isCapped
        ? one
        : { ...one, waiting: { ...one.waiting, count: Math.max(0, one.waiting.count - less) } },
    ),
  );
}
