import { giveOutWaiting } from '../src/actions/routing/give-out-waiting.ts';
import { type Bench, cpuMs, round } from './measure.ts';
import { appendComments } from './parts/append-comments.ts';
import { fileAll, storedMessages } from './parts/file-all.ts';
import { rawInserts } from './parts/raw-inserts.ts';
import { switchOn } from './parts/switch-on.ts';
import { openBench } from './workspace.ts';

/** The same comments as in `file`, in a workspace with answer times, rules of work, own words, and agents to give them to. */
export async function benchEverything(bench: Bench): Promise<void> {
  const count = bench.address.kind === 'postgres' ? 30_000 : 15_000;
  const { db, workspaceId } = await openBench(bench);
  const now = new Date();
  await switchOn(db, workspaceId, now);
  // Just now: clocks begin, and rules of work look at what arrives.
  await appendComments(db, workspaceId, count, now);
  const before = cpuMs(bench.serverPid);
  const start = performance.now();
  const { filed } = await fileAll(bench, db, workspaceId);
  let given = 0;
  for (let more = 1; more > 0; given += more) more = await giveOutWaiting(db, workspaceId, new Date());
  const perSecond = filed / ((performance.now() - start) / 1000);
  const cpu = (cpuMs(bench.serverPid) - before) / filed;
  const stored = await storedMessages(db, workspaceId);
  if (stored !== count) throw new Error(`Filed ${stored} of ${count}.`);
  const limit = await rawInserts(db, workspaceId, count);
  bench.print({
    name: 'file with everything switched on',
    database: db.kind,
    value: round(perSecond, 0),
    unit: 'messages/s',
    limit: round(limit, 0),
    ratio: round(perSecond / limit),
    cpuMs: round(cpu, 3),
    messages: count,
    given,
  });
  await db.close();
}
