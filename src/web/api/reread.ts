import { hashKey, type InfiniteData, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { ConversationList } from '../../wire/conversations.ts';
import { FEW_PAGES } from './queries.ts';

/** A list that has to be asked again is asked this soon after one of its rows changed, and after any other. Milliseconds. */
const OWN_MS = 1_000;
const OTHER_MS = 3_000;

const due = new Map<string, { readonly at: number; readonly timer: ReturnType<typeof setTimeout> }>();

/** Reads a list anew, however often it is called at most once a second; only while somebody looks at it. */
export function askAgain(client: QueryClient, queryKey: QueryKey, isOwn: boolean): void {
  const hash = hashKey(queryKey);
  const at = Date.now() + (isOwn ? OWN_MS : OTHER_MS);
  const waiting = due.get(hash);
  if (waiting && waiting.at <= at) return;
  clearTimeout(waiting?.timer);
  const timer = setTimeout(() => {
    due.delete(hash);
    const pages = client.getQueryData<InfiniteData<ConversationList>>(queryKey)?.pages.length ?? 0;
    const refetchType = pages > FEW_PAGES ? 'none' : 'active';
    void client.invalidateQueries({ queryKey, exact: true, refetchType });
  }, at - Date.now());
  due.set(hash, { at, timer });
}

/** Reads lists from their beginning: of a long one only that, what is further down comes again while somebody scrolls. */
export function rereadLists(client: QueryClient, isOld: (pages: readonly ConversationList[]) => boolean): void {
  for (const [queryKey, list] of client.getQueriesData<InfiniteData<ConversationList>>({ queryKey: ['list'] })) {
    if (!list || !isOld(list.pages)) continue;
    if (list.pages.length > FEW_PAGES)
      client.setQueryData(queryKey, {
        pages: list.pages.slice(0, 1),
        pageParams: list.pageParams.slice(0, 1),
      });
    void client.invalidateQueries({ queryKey, exact: true });
  }
}
