/**
 * Runs one at a time: what is wanted while it runs waits, and of that only the latest is run, once. So the last wish holds,
 * and however many ask for the same, it is done once more for all of them.
 *
 * @returns when nothing of it runs any more; what `run` throws is told to those who wait, and the next wish runs again
 */
export function oneAtATime<Wish = void>(run: (wish: Wish) => Promise<unknown>): (wish: Wish) => Promise<void> {
  let waiting: { readonly wish: Wish } | null = null;
  let running: Promise<void> | null = null;
  const runAll = async () => {
    try {
      while (waiting) {
        const { wish } = waiting;
        waiting = null;
        await run(wish);
      }
    } finally {
      running = null;
    }
  };
  return (wish) => {
    waiting = { wish };
    running ??= runAll();
    return running;
  };
}
