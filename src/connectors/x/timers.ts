/** What waits. Another one in tests, where nothing does. */
export interface Timers {
  /** Runs it once after so many milliseconds. Returns how to give it up. */
  after(ms: number, run: () => void): () => void;
}

/** More does not fit into a timer. */
const LONGEST_MS = 2_000_000_000;

/** Of the machine; none keeps the process alive. */
export const machineTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, LONGEST_MS)).unref();
    return () => clearTimeout(timer);
  },
};
