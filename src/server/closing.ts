/** What was opened, closed in the opposite order by whoever opened it. */
export interface Closing {
  add(name: string, close: () => Promise<unknown> | unknown): void;
  /** All of it, however some of it fails. A second call waits for the first. */
  run(): Promise<void>;
}

/** How long one thing may take to close, in milliseconds: a network that hangs must not keep the process. */
const PATIENCE_MS = 5_000;

export function createClosing(complain: (words: string) => void): Closing {
  const steps: { readonly name: string; readonly close: () => Promise<unknown> | unknown }[] = [];
  let running: Promise<void> | null = null;
  const runAll = async () => {
    for (const { name, close } of steps.toReversed()) {
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(() => {
        complain(`${name} did not close within ${PATIENCE_MS / 1000} seconds.`);
        patience.resolve();
      }, PATIENCE_MS);
      try {
        await Promise.race([Promise.resolve(close()), patience.promise]);
      } catch (error) {
        complain(`${name} did not close: ${error instanceof Error ? error.message : error}`);
      } finally {
        clearTimeout(timer);
      }
    }
  };
  return {
    add: (name, close) => steps.push({ name, close }),
    run: () => {
      running ??= runAll();
      return running;
    },
  };
}
