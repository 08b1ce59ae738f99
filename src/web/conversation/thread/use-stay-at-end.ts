import { type RefObject, useEffect, useRef } from 'react';

/** A hand on the wheel moves the page for so long; what moves it otherwise is growth. Milliseconds. */
const HAND_MS = 600;
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Whoever reads the end keeps reading it: while what is there is measured, pictures arrive, or the composer grows.
 * Only the reader's own hand leads away from it.
 * @returns whether the end is held, to be set by whoever scrolls on purpose
 */
export function useStayAtEnd(
  box: RefObject<HTMLElement | null>,
  isAtEnd: () => boolean,
  toEnd: () => void,
): RefObject<boolean> {
  const isHeld = useRef(false);
  const now = useRef({ isAtEnd, toEnd });
  useEffect(() => {
    now.current = { isAtEnd, toEnd };
  });
  useEffect(() => {
    const scroller = box.current;
    const content = scroller?.firstElementChild;
    if (!scroller || !content) return;
    const over = new AbortController();
    let handAt = Number.NEGATIVE_INFINITY;
    for (const hand of HANDS)
      scroller.addEventListener(hand, () => (handAt = performance.now()), { passive: true, signal: over.signal });
    const look = () => {
      if (performance.now() - handAt < HAND_MS) {
        // A fling goes on after the finger has left.
        handAt = performance.now();
        isHeld.current = now.current.isAtEnd();
      } else if (now.current.isAtEnd()) isHeld.current = true;
    };
    scroller.addEventListener('scroll', look, { passive: true, signal: over.signal });
    const watch = new ResizeObserver(() => isHeld.current && now.current.toEnd());
    watch.observe(scroller);
    watch.observe(content);
    return () => {
      over.abort();
      watch.disconnect();
    };
  }, [box]);
  return isHeld;
}
