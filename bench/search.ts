import { ask, askMeasured, p95 } from './ask.ts';
import type { Bench } from './measure.ts';
import { withSeededServer } from './parts/seeded.ts';

const TIMES = 100;

/** Full-text search: a word that one message has, one that a few dozen have, and one that every fifth has. */
export async function benchSearch(bench: Bench): Promise<void> {
  const size = bench.address.kind === 'postgres' ? 1_000_000 : 100_000;
  await withSeededServer(bench, size, async (server) => {
    const limit = p95(await ask(server, ['/health'], TIMES));
    for (const [kind, word] of [
      ['rare', `rare${Math.floor(size / 3)}`],
      ['some', 'w4321'],
      ['common', 'refund'],
      ['two words', 'zip w123'],
    ] as const) {
      const path = `/api/search?q=${encodeURIComponent(word)}`;
      await ask(server, [path], 4);
      const figures = await askMeasured(bench, server, [path], { times: TIMES, limit });
      bench.print({ name: 'search', ...figures, word: kind, messages: size });
    }
  });
}
