import { ask, p95 } from './ask.ts';
import { type Bench, cpuOf, percentile, round } from './measure.ts';
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
      const before = cpuOf([server.pid, bench.serverPid]);
      const latencies = await ask(server, [path], TIMES);
      const cpu = (cpuOf([server.pid, bench.serverPid]) - before) / TIMES;
      bench.print({
        name: 'search',
        database: bench.address.kind,
        value: round(p95(latencies)),
        unit: 'ms p95',
        limit: round(limit),
        ratio: round(p95(latencies) / limit),
        cpuMs: round(cpu, 3),
        word: kind,
        messages: size,
        p50Ms: round(percentile(latencies, 0.5)),
      });
    }
  });
}
