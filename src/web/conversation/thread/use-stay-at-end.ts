import { type RefObject, useEffect, useRef } from 'react';

/** A box that shrinks, because the composer grows, keeps showing its end when that is where the reader was. */
export function useStayAtEnd(box: RefObject<HTMLElement | null>, isAtEnd: () => boolean, toEnd: () => void): void {
  const now = useRef({ isAtEnd, toEnd });
  useEffect(() => {
    now.current = { isAtEnd, toEnd };
  });
  useEffect(() => {
    const scroller = box.current;
    if (!scroller) return;
    let height = scroller.clientHeight;
    let wasAtEnd = true;
    const look = () => {
      wasAtEnd = now.current.isAtEnd();
    };
    const watch = new ResizeObserver(() => {
      if (scroller.clientHeight !== height && wasAtEnd) now.current.toEnd();
      height = scroller.clientHeight;
    });
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    watch.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', look);
      watch.disconnect();
    };
  }, [box]);
}
