import { useCallback, useEffect, useState } from 'react';

interface Item {
  readonly id: string;
}

/** Which post the keys are about. When it leaves the list, the one that takes its place is next. */
export function useCurrent<One extends Item>(items: readonly One[]) {
  const [current, setCurrent] = useState<string | null>(null);
  const [place, setPlace] = useState(0);
  const at = items.findIndex(({ id }) => id === current);
  const last = items.length - 1;
  const effective = at !== -1 ? current : (items[Math.min(place, last)]?.id ?? null);
  useEffect(() => {
    if (at !== -1) setPlace(at);
    else if (effective !== null) setCurrent(effective);
  }, [at, effective]);
  const step = useCallback(
    (by: 1 | -1): string | null => {
      const from = items.findIndex(({ id }) => id === effective);
      const next = items[Math.min(Math.max(from + by, 0), last)]?.id ?? null;
      setCurrent(next);
      return next;
    },
    [items, effective, last],
  );
  return { current: effective, setCurrent, step };
}
