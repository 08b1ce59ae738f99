import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowUp } from 'lucide-react';
import { lazy, type MouseEvent, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { listQuery } from '../../api/queries.ts';
import { useMe } from '../../frame/use-me.ts';
import { measureShown } from '../../parts/measure-shown.ts';
import { LoadFailed, Skeleton } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { SwipeRow } from '../../touch/swipe-row.tsx';
import { rememberPlace } from '../place.ts';
import { BulkBar } from '../selection/bulk-bar.tsx';
import { extendTo, toggle, useIsSelecting } from '../selection/selection.ts';
import { useDesk } from '../use-desk.ts';
import { ListBar } from './list-bar.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { MoreFailed } from './more-failed.tsx';
import { NothingHere } from './nothing-here.tsx';
import { Row } from './row.tsx';
import { useHeldPlace } from './use-held-place.ts';
import { useMissing } from './use-missing.ts';

const FilterBar = lazy(() => import('../filter/filter-bar.tsx').then((part) => ({ default: part.FilterBar })));

/** Most rows have a name, two lines and chips. Pixels; measured when drawn. */
const USUAL_HEIGHT = 108;

export function ConversationList() {
  const { list, id } = useDesk();
  const me = useMe();
  const rows = useInfiniteQuery(listQuery(list));
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items) ?? [], [rows.data]);
  const scroller = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = rows;
  const missing = useMissing(list, items.length, hasNextPage);
  const virtual = useVirtualizer({
    count: items.length + missing,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
    measureElement: measureShown,
  });
  const shown = virtual.getVirtualItems();
  const { fresh, toTop, onScroll } = useHeldPlace(items, virtual, scroller);
  const isSelecting = useIsSelecting();

  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && lastShown >= items.length - 10)
      void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, lastShown, items.length]);

  const openAt = useMemo(() => items.findIndex((row) => row.id === id), [items, id]);
  const shownId = useRef<string | null>(null);
  useEffect(() => {
    // Only when the agent moved: rows that come and go above must not pull the list about.
    if (openAt !== -1 && shownId.current !== id) virtual.scrollToIndex(openAt, { align: 'auto' });
    if (openAt !== -1 || id === null) shownId.current = id;
    rememberPlace(openAt);
  }, [openAt, id, virtual]);

  const press = useCallback(
    (event: MouseEvent, rowId: string) => {
      const isOpenElsewhere = event.ctrlKey || event.metaKey || event.button !== 0;
      if (isOpenElsewhere || (!event.shiftKey && !(isSelecting && matchMedia('(hover: none)').matches))) return;
      event.preventDefault();
      if (event.shiftKey) extendTo(rowId, items);
      else toggle(rowId);
    },
    [items, isSelecting],
  );

  return (
    <section aria-label={t('list.label')} className="relative flex h-full flex-col">
      <ListBar />
      {list.filter !== null && (
        <Suspense fallback={<div className="h-10 flex-none border-b border-line" />}>
          <FilterBar />
        </Suspense>
      )}
      {fresh > 0 && (
        <button
          type="button"
          onClick={toTop}
          className="absolute start-1/2 top-[60px] z-10 inline-flex -translate-x-1/2 items-center gap-1 rounded-full bg-accent px-3 py-1 text-s font-semibold whitespace-nowrap text-on-accent shadow-lift max-phone:py-2.5 rtl:translate-x-1/2"
        >
          <ArrowUp size={13} aria-hidden /> {t('list.fresh', { count: fresh })}
        </button>
      )}
      <div
        ref={scroller}
        onScroll={onScroll}
        className="min-h-0 flex-1 overflow-auto [overflow-anchor:none]"
        aria-busy={rows.isFetching}
      >
        {rows.isPending ? (
          <ListSkeleton />
        ) : rows.isError && items.length === 0 ? (
          <LoadFailed what={t('what.conversations')} error={rows.error} onRetry={() => void rows.refetch()} />
        ) : items.length === 0 && !hasNextPage ? (
          <NothingHere list={list} />
        ) : (
          <ul className="relative" style={{ height: virtual.getTotalSize() }}>
            {shown.map((slot) => {
              const row = items[slot.index];
              return (
                <li
                  key={slot.key}
                  ref={row ? virtual.measureElement : undefined}
                  data-index={slot.index}
                  aria-setsize={hasNextPage ? -1 : items.length}
                  aria-posinset={slot.index + 1}
                  className="group absolute start-0 top-0 w-full"
                  style={{ transform: `translateY(${slot.start}px)` }}
                >
                  {row ? (
                    <SwipeRow row={row}>
                      <Row
                        row={row}
                        isOpen={row.id === id}
                        view={list.view}
                        agentId={me.agent?.id ?? null}
                        onPress={press}
                      />
                    </SwipeRow>
                  ) : (
                    <WaitingRow />
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
      {isFetchNextPageError && <MoreFailed onRetry={() => void fetchNextPage()} />}
      <BulkBar />
    </section>
  );
}

/** A row that is there and not read yet. */
function WaitingRow() {
  return (
    <div aria-hidden="true" className="grid h-[108px] grid-cols-[32px_1fr] gap-3 border-b border-line px-4 py-3">
      <Skeleton className="size-8 !rounded-full" />
      <div className="grid content-start gap-2 pt-1">
        <Skeleton className="h-3 w-2/5" />
        <Skeleton className="h-3" />
      </div>
    </div>
  );
}
