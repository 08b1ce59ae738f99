interface Listeners<Told extends readonly unknown[]> {
  /** @returns how to hear no more */
  readonly listen: (listener: (...told: Told) => void) => () => void;
  readonly tell: (...told: Told) => void;
}

/** Those who want to hear of something that the whole page shares. */
export function createListeners<Told extends readonly unknown[] = []>(): Listeners<Told> {
  const all = new Set<(...told: Told) => void>();
  return {
    listen: (listener) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell: (...told) => {
      for (const listener of all) listener(...told);
    },
  };
}
