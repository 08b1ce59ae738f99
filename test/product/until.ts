import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 25;

/**
 * Asks again and again until there is an answer, and gives it back.
 * @param ask what is not there yet is null, undefined or false
 * @param say what to add to the error when the time is over
 */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | null | undefined | false> | Answer | null | undefined | false,
  { withinMs = PATIENCE_MS, say }: { readonly withinMs?: number; readonly say?: () => unknown } = {},
): Promise<Answer> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Not within ${withinMs / 1000} s: ${what}\n${say ? await say() : ''}`);
    await wait(PAUSE_MS);
  }
}
