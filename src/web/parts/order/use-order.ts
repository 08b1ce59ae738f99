import { type KeyboardEvent, type PointerEvent as Pressed, useEffect, useRef, useState } from 'react';
import { oneAtATime } from '../../../core/one-at-a-time.ts';
import { put } from './put.ts';

/** Less than that was a press and no drag. Pixels. */
const STILL = 4;

export interface Order {
  /** Ids as they stand now. */
  readonly order: readonly string[];
  /** The one that is dragged. */
  readonly held: string | null;
  readonly move: (id: string, at: number) => void;
  /** False: it was the end of a drag. */
  readonly wasPressed: () => boolean;
  /** True: it was a key that moves. */
  readonly hearKey: (id: string, event: KeyboardEvent) => boolean;
  readonly gripOf: (id: string) => object;
}

/**
 * An order that can be changed by dragging a grip, by the arrow keys on it and by `move`. The rows, which are the children
 * of `list`, follow at once.
 * @param keep keeps the order and lets `ids` be it; it says itself what went wrong, and then `ids` are as before
 * @param onMoved told of each step
 */
export function useOrder(
  ids: readonly string[],
  keep: (ids: readonly string[]) => Promise<unknown>,
  onMoved: (moved: string, at: number) => void,
) {
  const [order, setOrder] = useState(ids);
  const [held, setHeld] = useState<string | null>(null);
  const [isKeeping, setKeeping] = useState(false);
  const [stepped, setStepped] = useState<{ readonly id: string } | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const known = ids.join();
  // What the server says holds whenever nobody moves anything.
  useEffect(() => {
    if (held === null && !isKeeping) setOrder(known === '' ? [] : known.split(','));
  }, [known, held, isKeeping]);
  // A row that is put elsewhere in the page loses the keyboard.
  useEffect(() => {
    if (stepped) list.current?.querySelector<HTMLElement>(`[data-grip="${stepped.id}"]`)?.focus();
  }, [stepped]);

  const latest = useRef({ order, keep, onMoved });
  latest.current = { order, keep, onMoved };
  const [send] = useState(() => oneAtATime((next: readonly string[]) => latest.current.keep(next)));
  const settle = useRef(async (next: readonly string[], id: string) => {
    latest.current.onMoved(id, next.indexOf(id));
    setKeeping(true);
    await send(next);
    // What was kept reaches the page in a turn of its own.
    setTimeout(() => setKeeping(false));
  }).current;
  const from = useRef<{ readonly y: number; isDragged: boolean }>({ y: 0, isDragged: false });

  // On the window: what holds the pointer itself lets go of it when its row moves.
  useEffect(() => {
    if (held === null) return;
    const before = latest.current.order.join();
    const move = ({ clientY }: PointerEvent) => {
      if (Math.abs(clientY - from.current.y) >= STILL) from.current.isDragged = true;
      if (!from.current.isDragged) return;
      const rows = [...(list.current?.children ?? [])];
      const at = rows.findIndex((row) => clientY < row.getBoundingClientRect().bottom);
      const next = put(latest.current.order, held, at < 0 ? rows.length : at);
      if (next.join() !== latest.current.order.join()) setOrder(next);
    };
    const end = () => {
      setHeld(null);
      if (latest.current.order.join() !== before) void settle(latest.current.order, held);
    };
    const leave = () => setHeld(null);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', leave);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', leave);
    };
  }, [held, settle]);

  function move(id: string, at: number): void {
    const next = put(order, id, at);
    if (next.join() === order.join()) return;
    setOrder(next);
    setStepped({ id });
    void settle(next, id);
  }
  function hearKey(id: string, event: KeyboardEvent): boolean {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return false;
    event.preventDefault();
    // The page behind has arrows of its own.
    event.stopPropagation();
    move(id, order.indexOf(id) + by);
    return true;
  }
  const gripOf = (id: string) => ({
    'data-grip': id,
    onPointerDown: ({ button, clientY }: Pressed) => {
      from.current = { y: clientY, isDragged: false };
      if (button === 0) setHeld(id);
    },
  });
  return { order, held, list, move, wasPressed: () => !from.current.isDragged, hearKey, gripOf };
}
