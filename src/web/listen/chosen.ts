import { useCallback, useMemo, useState } from 'react';
import type { Hit } from '../api/listening.ts';
import { rangeOf } from '../desk/selection/range.ts';

/** The server takes no more at once. */
export const MOST_CHOSEN = 200;

/** What became a conversation, or was deleted, is judged no more. */
export const canChoose = ({ state, conversationId }: Hit): boolean => state !== 'gone' && conversationId === null;

/** Posts that are judged together. */
export function useChosen(items: readonly Hit[]) {
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
  const chooseAll = useCallback(
    () =>
      setIds(
        new Set(
          items
            .filter(canChoose)
            .slice(0, MOST_CHOSEN)
            .map(({ id }) => id),
        ),
      ),
    [items],
  );
  // Somebody else may have dealt with one meanwhile.
  const chosen = useMemo(() => items.filter((one) => ids.has(one.id) && canChoose(one)), [items, ids]);
  return { chosen, isChosen: (id: string) => ids.has(id), toggle, extendTo, chooseAll, clear };
}
