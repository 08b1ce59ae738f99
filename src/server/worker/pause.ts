/** Waits, or less when told to stop. Never keeps the process alive by itself. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.max(0, Math.min(ms, 2_000_000_000))).unref();
    signal.addEventListener('abort', end, { once: true });
  });
}

/** Tries until it works or the end has come: what a network told us must be written down. */
export async function insist(
  work: () => Promise<void>,
  { signal, failed }: { readonly signal: AbortSignal; readonly failed: (error: unknown) => void },
): Promise<void> {
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 10_000)) {
    try {
      return await work();
    } catch (error) {
      failed(error);
      if (signal.aborted) return;
      await pause(pauseMs, signal);
    }
  }
}
