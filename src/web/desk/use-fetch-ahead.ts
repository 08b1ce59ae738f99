import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** The rows are drawn in this time, on a slow machine too. In milliseconds. */
const DRAWN_MS = 300;
/** Where nothing answers, what is fetched ahead waits no longer than this. In milliseconds. */
const LONGEST_MS = 4_000;

/** Fetches parts of the page for later, once the list is there: they must not share its line and its time. */
export function useFetchAhead(parts: readonly (() => Promise<unknown>)[]): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer = setTimeout(begin, LONGEST_MS);
    const unwatch = client.getQueryCache().subscribe(look);
    function begin(): void {
      const fetchAll = () => void Promise.allSettled(parts.map((part) => part()));
      if (!('requestIdleCallback' in window)) fetchAll();
      else requestIdleCallback(fetchAll, { timeout: 2_000 });
    }
    function look(): void {
      const lists = client.getQueryCache().findAll({ queryKey: ['list'] });
      if (lists.every(({ state }) => state.status === 'pending')) return;
      unwatch();
      clearTimeout(timer);
      timer = setTimeout(begin, DRAWN_MS);
    }
    look();
    return () => {
      unwatch();
      clearTimeout(timer);
    };
  }, [client, parts]);
}
