import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { hitsQuery } from '../api/listening.ts';
import { type ListenSearch, narrowOf } from './listen-search.ts';

/** The posts of a board as it is narrowed. */
export function usePosts(board: string, search: ListenSearch) {
  const query = useInfiniteQuery(hitsQuery(board, narrowOf(search)));
  const items = useMemo(() => {
    const all = query.data?.pages.flatMap((page) => page.items) ?? [];
    // The same post may come twice where the pages moved between two readings.
    return [...new Map(all.map((hit) => [hit.id, hit])).values()];
  }, [query.data]);
  return { query, items, hasMore: query.hasNextPage };
}
