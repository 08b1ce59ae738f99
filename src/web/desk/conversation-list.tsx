import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { listQuery } from '../api/queries.ts';
import { useMe } from '../frame/use-me.ts';
import { LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { ListBar } from './list-bar.tsx';
import { NothingHere } from './nothing-here.tsx';
import { rememberPlace } from './place.ts';
import { Row } from './row.tsx';
import { useDesk } from './use-desk.ts';

/** Most rows have a name, two lines and chips. Pixels; measured when drawn. */
const USUAL_HEIGHT = 108;
const ROWS = [1, 2, 3, 4, 5, 6, 7];

export function ConversationList() {
  const { list, id } = useDesk();
  const me = useMe();
  const rows = useInfiniteQuery(listQuery(list));
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items) ?? [], [rows.data]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();

  const lastShown = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = rows;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= items.length - 10) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastShown, items.length]);

  const openAt = items.findIndex((row) => row.id === id);
  const isOpenListed = useRef(-1);
  useEffect(() => {
    // Only when the agent moved: rows that come and go above must not pull the list about.
    if (openAt !== -1 && isOpenListed.current !== openAt) virtual.scrollToIndex(openAt, { align: 'auto' });
    isOpenListed.current = openAt;
    rememberPlace(openAt);
  }, [openAt, virtual]);

  return (
    <section aria-label={t('list.label')} className="flex h-full flex-col">
      <ListBar />
      <div ref={scroller} className="min-h-0 flex-1 overflow-auto" aria-busy={rows.isFetching}>
        {rows.isPending ? (
          <ListSkeleton />
        ) : rows.isError && items.length === 0 ? (
          <LoadFailed what={t('what.conversations')} error={rows.error} onRetry={() => void rows.refetch()} />
        ) : items.length === 0 ? (
          <NothingHere list={list} />
        ) : (
          <ul className="relative" style={{ height: virtual.getTotalSize() }}>
            {shown.map((slot) => {
              const row = items[slot.index];
              return (
                row && (
                  <li
                    key={slot.key}
                    ref={virtual.measureElement}
                    data-index={slot.index}
                    className="absolute top-0 left-0 w-full"
                    style={{ transform: `translateY(${slot.start}px)` }}
                  >
                    <Row row={row} isOpen={row.id === id} view={list.view} agentId={me.agent?.id ?? null} />
                  </li>
                )
              );
            })}
          </ul>
        )}
        {isFetchingNextPage && <ListSkeleton rows={2} />}
      </div>
    </section>
  );
}

export function ListSkeleton({ rows = 7 }: { readonly rows?: number }) {
  return (
    <Loading label={t('loading.conversations')}>
      {ROWS.slice(0, rows).map((row) => (
        <div key={row} className="grid grid-cols-[32px_1fr] gap-3 border-b border-line px-4 py-3">
          <Skeleton className="size-8 !rounded-full" />
          <div className="grid gap-2 pt-1">
            <Skeleton className="h-3 w-2/5" />
            <Skeleton className="h-3" />
            <Skeleton className="h-3 w-4/5" />
          </div>
        </div>
      ))}
    </Loading>
  );
}
