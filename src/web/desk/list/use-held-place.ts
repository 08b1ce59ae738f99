import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** So close to the top nobody has begun to read down. Pixels. */
const AT_TOP = 8;

interface Item {
  readonly id: string;
}
interface Drawn {
  readonly items: readonly Item[];
  readonly rows: readonly {
    readonly id: string;
    readonly index: number;
    readonly start: number;
    readonly end: number;
  }[];
}

/**
 * Rows that come and go above do not move what somebody reads or is about to press: the first row in sight that is
 * still there stays where it is. What came above is counted instead.
 */
export function useHeldPlace(
  items: readonly Item[],
  virtual: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const drawn = useRef<Drawn>({ items, rows: [] });
  const [fresh, setFresh] = useState(0);
  useLayoutEffect(() => {
    const box = scroller.current;
    const { items: before, rows } = drawn.current;
    drawn.current = {
      items,
      rows: virtual.getVirtualItems().flatMap(({ index, start, end }) => {
        const row = items[index];
        return row ? [{ id: row.id, index, start, end }] : [];
      }),
    };
    if (!box || before === items) return;
    const isReading = box.scrollTop > AT_TOP || box.matches(':hover');
    if (!isReading) return;
    const places = new Map(items.map(({ id }, index) => [id, index]));
    const anchor = rows.find(({ id, end }) => end > box.scrollTop && places.has(id));
    const index = anchor && places.get(anchor.id);
    if (!anchor || index === undefined) return;
    const start = virtual.measurementsCache[index]?.start ?? anchor.start;
    if (start !== anchor.start) box.scrollTop += start - anchor.start;
    if (index > anchor.index) setFresh((count) => count + index - anchor.index);
  });
  const onScroll = useCallback(() => {
    if ((scroller.current?.scrollTop ?? 0) <= AT_TOP) setFresh(0);
  }, [scroller]);
  const toTop = useCallback(() => {
    scroller.current?.scrollTo({ top: 0 });
    setFresh(0);
  }, [scroller]);
  return { fresh, toTop, onScroll };
}
