import { useCallback, useState } from 'react';

interface Item {
  readonly id: string;
}

/** How many at the beginning came since one looked. Where nothing of what was there is left, nothing is held back. */
export function leadingNew(items: readonly Item[], seen: ReadonlySet<string>): number {
  const first = items.findIndex(({ id }) => seen.has(id));
  return first === -1 ? 0 : first;
}

/** What comes above what one reads waits there until it is asked for. */
export function useFresh<One extends Item>(items: readonly One[]) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const fresh = leadingNew(items, seen);
  const shown = fresh === 0 ? items : items.slice(fresh);
  // What was shown once stays shown when it comes back.
  if (shown.some(({ id }) => !seen.has(id))) setSeen(new Set([...seen, ...shown.map(({ id }) => id)]));
  const letIn = useCallback(() => setSeen(new Set(items.map(({ id }) => id))), [items]);
  return { shown, fresh, letIn };
}
