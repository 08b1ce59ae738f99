import type { Timers } from '../../src/connectors/x/timers.ts';

/** Timers that go only when they are told to. */
export function createHandTimers() {
  const waiting = new Set<{ readonly at: number; readonly ms: number; readonly run: () => void }>();
  const asking = new Set<() => void>();
  let time = 0;
  const timers: Timers = {
    after(ms, run) {
      const one = { at: time + ms, ms, run };
      waiting.add(one);
      for (const ask of asking) ask();
      return () => waiting.delete(one);
    },
  };
  return {
    ...timers,
    /** Lets this time pass, in milliseconds. */
    pass(ms: number) {
      time += ms;
      for (const one of [...waiting].toSorted((a, b) => a.at - b.at))
        if (one.at <= time && waiting.delete(one)) one.run();
    },
    /** Resolves when something waits for about so many milliseconds. */
    async asked(ms: number): Promise<void> {
      const isThere = () => [...waiting].some((one) => Math.abs(one.ms - ms) <= ms * 0.02 + 5);
      while (!isThere()) {
        const { promise, resolve } = Promise.withResolvers<void>();
        asking.add(resolve);
        await promise;
        asking.delete(resolve);
      }
    },
  };
}
