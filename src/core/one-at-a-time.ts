/**
 * Runs one at a time: whoever asks while it runs has it run once more afterwards, however many ask.
 * @returns when nothing of it runs any more
 */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isWanted = false;
  const runAll = async () => {
    try {
      while (isWanted) {
        isWanted = false;
        await run();
      }
    } finally {
      running = null;
    }
  };
  return () => {
    isWanted = true;
    running ??= runAll();
    return running;
  };
}
