import { ask, askMeasured, p95 } from './ask.ts';
import type { Bench } from './measure.ts';
import { COMMENTS_A_SECOND, putToWork } from './parts/crew.ts';
import { withSeededServer } from './parts/seeded.ts';

const TIMES = 400;
const UNKNOWN_TIMES = 40;
/** Nothing is that long, and no index knows how long anything is: it is looked for among everything. */
const UNKNOWN = `/api/conversations?view=all&sort=newest&filter=${encodeURIComponent(
  JSON.stringify({ match: 'all', conditions: [{ about: 'messages', is: 'at_least', value: 1_000_000 }] }),
)}`;
/** `health` asks the database one small question: what the way there costs without the list. */
const LIMIT = '/health';

/**
 * The first page of each list over HTTP, with more and more conversations behind it: the built-in ones, saved ones on
 * anything, one that no index knows; and the first two kinds while 200 agents hear every change and ask for 37 counts.
 */
export async function benchList(bench: Bench): Promise<void> {
  const sizes = bench.address.kind === 'postgres' ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
  for (const size of sizes)
    await withSeededServer(bench, size, async (server) => {
      const builtIn = ['needs_answer', 'unassigned', 'all'].map((view) => `/api/conversations?view=${view}`);
      const saved = server.views.map((id) => `/api/conversations?saved=${id}`);
      await ask(server, [...builtIn, LIMIT, ...saved], 80);
      const limit = p95(await ask(server, [LIMIT], TIMES));
      const measure = async (paths: readonly string[], of: string, more: object = {}, times = TIMES) => {
        const figures = await askMeasured(bench, server, paths, { times, limit });
        bench.print({ name: 'list', ...figures, of, conversations: size, ...more });
      };
      await measure(builtIn, 'built in');
      await measure(saved, 'saved views');
      await measure([UNKNOWN], 'a filter that no index knows', {}, UNKNOWN_TIMES);
      const crew = await putToWork(server);
      await measure(builtIn, 'built in', { agents: server.cookies.length, commentsPerSecond: COMMENTS_A_SECOND });
      await measure(saved, 'saved views', { agents: server.cookies.length, commentsPerSecond: COMMENTS_A_SECOND });
      await crew.stop();
    });
}
