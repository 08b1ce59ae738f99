import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { hitsQuery } from '../api/listening.ts';
import { within } from '../parts/within.ts';
import { type ListenSearch, narrowOf } from './listen-search.ts';

/** A word is looked for in so many pages of the newest posts: as many as the words are taken from, and more. */
const TERM_PAGES = 10;

/** The posts of a board as it is narrowed. */
export function usePosts(board: string, search: ListenSearch) {
  const query = useInfiniteQuery(hitsQuery(board, narrowOf(search)));
  const { term } = search;
  const items = useMemo(() => {
    const all = query.data?.pages.flatMap((page) => page.items) ?? [];
    // The same post may come twice where the pages moved between two readings.
    const once = [...new Map(all.map((hit) => [hit.id, hit])).values()];
    return term === undefined ? once : once.filter(({ text }) => within(text, term));
  }, [query.data, term]);
  const pages = query.data?.pages.length ?? 0;
  const hasMore = query.hasNextPage && (term === undefined || pages < TERM_PAGES);
  const looked = query.data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  return { query, items, hasMore, looked };
}
