import { useCallback, useMemo, useState } from 'react';
import { rangeOf } from '../desk/selection/range.ts';

/** The server takes no more at once. */
export const MOST_CHOSEN = 200;
interface Item {
  readonly id: string;
}

/** Posts that are judged together. */
export function useChosen<One extends Item>(items: readonly One[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const toggle = useCallback((id: string) => {
    setAnchor(id);
    setIds((old) => {
      const next = new Set(old);
      if (!next.delete(id) && next.size < MOST_CHOSEN) next.add(id);
      return next;
    });
  }, []);
  const extendTo = useCallback(
    (id: string) => {
      setAnchor((from) => from ?? id);
      setIds((old) => new Set([...old, ...rangeOf(items, anchor ?? id, id)].slice(0, MOST_CHOSEN)));
    },
    [items, anchor],
  );
  const clear = useCallback(() => {
    setAnchor(null);
    setIds(new Set());
  }, []);
  const chooseAll = useCallback(() => setIds(new Set(items.slice(0, MOST_CHOSEN).map(({ id }) => id))), [items]);
  // Somebody else may have dealt with one meanwhile.
  const chosen = useMemo(() => items.filter(({ id }) => ids.has(id)), [items, ids]);
  return { chosen, isChosen: (id: string) => ids.has(id), toggle, extendTo, chooseAll, clear };
}
