import { ask, askMeasured, p95 } from './ask.ts';
import type { Bench } from './measure.ts';
import { COMMENTS_A_SECOND, putToWork } from './parts/crew.ts';
import { withSeededServer } from './parts/seeded.ts';

const TIMES = 100;

/** A word that one message has, one that a few dozen have, and one that every fifth has; with operators, and these alone. */
export async function benchSearch(bench: Bench): Promise<void> {
  const size = bench.address.kind === 'postgres' ? 1_000_000 : 100_000;
  const queries = [
    ['rare', `rare${Math.floor(size / 3)}`],
    ['some', 'w4321'],
    ['common', 'refund'],
    ['two words', 'zip w123'],
    ['nothing', 'nowhere'],
    ['a person', `from:"person ${Math.floor(size / 3)}"`],
    ['operators alone', 'is:waiting inbox:facebook'],
    ['common, with an operator', 'refund is:waiting'],
    ['common, with a rare operator', 'refund is:snoozed'],
    ['long ago', 'refund before:2026-09-22'],
  ] as const;
  await withSeededServer(bench, size, async (server) => {
    const limit = p95(await ask(server, ['/health'], TIMES));
    const measure = async (more: object = {}) => {
      for (const [kind, query] of queries) {
        const path = `/api/search?q=${encodeURIComponent(query)}`;
        await ask(server, [path], 4);
        const figures = await askMeasured(bench, server, [path], { times: TIMES, limit });
        bench.print({ name: 'search', ...figures, query: kind, messages: size, ...more });
      }
    };
    await measure();
    const crew = await putToWork(server);
    await measure({ agents: server.cookies.length, commentsPerSecond: COMMENTS_A_SECOND });
    await crew.stop();
  });
}
