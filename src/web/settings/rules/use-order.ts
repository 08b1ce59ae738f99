import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

/**
 * An order that can be changed by dragging a grip, and by the arrow keys on it. The rows follow at once; `onDrop` is
 * told when they are let go.
 */
export function useOrder(ids: readonly string[], onDrop: (ids: readonly string[], moved: string) => void) {
  const [order, setOrder] = useState(ids);
  const [held, setHeld] = useState<string | null>(null);
  const [stepped, setStepped] = useState<{ readonly id: string } | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const known = ids.join();
  // What the server says holds whenever nobody drags.
  useEffect(() => {
    if (held === null) setOrder(known === '' ? [] : known.split(','));
  }, [known, held]);
  // A row that is put elsewhere in the page loses the keyboard.
  useEffect(() => {
    if (stepped) list.current?.querySelector<HTMLElement>(`[data-grip="${stepped.id}"]`)?.focus();
  }, [stepped]);

  const drop = useRef(onDrop);
  drop.current = onDrop;
  const latest = useRef(order);
  latest.current = order;
  // On the window: what holds the pointer itself lets go of it when its row moves.
  useEffect(() => {
    if (held === null) return;
    const move = ({ clientY }: PointerEvent) => {
      const rows = [...(list.current?.children ?? [])];
      const at = rows.findIndex((row) => clientY < row.getBoundingClientRect().bottom);
      const next = put(latest.current, held, at < 0 ? rows.length : at);
      if (next.join() !== latest.current.join()) setOrder(next);
    };
    const end = () => {
      setHeld(null);
      if (latest.current.join() !== known) drop.current(latest.current, held);
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
  }, [held, known]);

  const gripOf = (id: string) => ({
    'data-grip': id,
    onPointerDown: () => setHeld(id),
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (by === 0) return;
      event.preventDefault();
      const next = put(order, id, order.indexOf(id) + by);
      if (next.join() === order.join()) return;
      setOrder(next);
      setStepped({ id });
      onDrop(next, id);
    },
  });
  return { order, held, list, gripOf };
}

function put(order: readonly string[], id: string, at: number): readonly string[] {
  const next = order.filter((one) => one !== id);
  next.splice(Math.min(Math.max(at, 0), next.length), 0, id);
  return next;
}
