import { ask, askMeasured, p95 } from './ask.ts';
import type { Bench } from './measure.ts';
import { withSeededServer } from './parts/seeded.ts';

const TIMES = 400;
/** `health` asks the database one small question: what the way there costs without the list. */
const LIMIT = '/health';

/** The first page of each list over HTTP, with more and more conversations behind it. */
export async function benchList(bench: Bench): Promise<void> {
  const sizes = bench.address.kind === 'postgres' ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
  for (const size of sizes)
    await withSeededServer(bench, size, async (server) => {
      const paths = ['needs_answer', 'unassigned', 'all'].map((view) => `/api/conversations?view=${view}`);
      await ask(server, [...paths, LIMIT], 40);
      const limit = p95(await ask(server, [LIMIT], TIMES));
      const figures = await askMeasured(bench, server, paths, { times: TIMES, limit });
      bench.print({ name: 'list', ...figures, conversations: size });
    });
}
