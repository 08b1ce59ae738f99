/** What a network allows of an inbox: `count` calls in any stretch of `perMs`. Memory of this process only. */
export function createTokenBucket({ count, perMs }: { readonly count: number; readonly perMs: number }) {
  let tokens = count;
  let filledAt = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;

  const fill = (nowMs: number) => {
    if (nowMs > filledAt) tokens = Math.min(count, tokens + ((nowMs - filledAt) * count) / perMs);
    filledAt = nowMs;
  };
  return {
    /** How many calls may be made now. */
    free(nowMs: number): number {
      fill(nowMs);
      return nowMs < pausedUntil ? 0 : Math.floor(tokens);
    },
    take(calls: number): void {
      tokens -= calls;
    },
    /** How long until one may be made; 0 when one may be made now. */
    waitMs(nowMs: number): number {
      fill(nowMs);
      const forToken = tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * perMs) / count);
      return Math.max(forToken, pausedUntil - nowMs, 0);
    },
    /** The network itself asked for a pause. */
    pauseUntil(ms: number): void {
      pausedUntil = Math.max(pausedUntil, ms);
    },
  };
}
export type TokenBucket = ReturnType<typeof createTokenBucket>;
