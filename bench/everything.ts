import { giveOutWaiting } from '../src/actions/routing/give-out-waiting.ts';
import { type Bench, cpuMs } from './measure.ts';
import { appendComments } from './parts/append-comments.ts';
import { fileAll, requireStored } from './parts/file-all.ts';
import { printFiled } from './parts/print-filed.ts';
import { switchOn } from './parts/switch-on.ts';
import { openBench } from './workspace.ts';

/** The same comments as in `file`, in a workspace with answer times, rules of work, own words, and agents to give them to. */
export async function benchEverything(bench: Bench): Promise<void> {
  const count = bench.address.kind === 'postgres' ? 100_000 : 15_000;
  const { db, workspaceId } = await openBench(bench);
  const now = new Date();
  await switchOn(db, workspaceId, now);
  // Just now: clocks begin, and rules of work look at what arrives.
  await appendComments(db, workspaceId, count, now);
  const before = cpuMs(bench.serverPid);
  const start = performance.now();
  await fileAll(bench, db, workspaceId);
  let given = 0;
  for (let more = 1; more > 0; given += more) more = await giveOutWaiting(db, workspaceId, new Date());
  const seconds = (performance.now() - start) / 1000;
  const cpu = (cpuMs(bench.serverPid) - before) / count;
  await requireStored(db, workspaceId, count);
  const filed = { name: 'file with everything switched on', count, seconds, cpu };
  await printFiled(bench, db, workspaceId, filed, { given });
  await db.close();
}
