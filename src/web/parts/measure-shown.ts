import { measureElement, type Virtualizer } from '@tanstack/react-virtual';

/**
 * How tall a drawn row is, in pixels. A room that is out of sight on a phone has rows without a height: they stay as
 * tall as they were, or the list would lose its place when one comes back to it.
 */
export function measureShown<Scroller extends Element, Row extends Element>(
  row: Row,
  entry: ResizeObserverEntry | undefined,
  virtual: Virtualizer<Scroller, Row>,
): number {
  const height = measureElement(row, entry, virtual);
  if (height > 0) return height;
  const index = virtual.indexFromElement(row);
  return virtual.measurementsCache[index]?.size ?? virtual.options.estimateSize(index);
}
