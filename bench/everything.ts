import { giveOutWaiting } from '../src/actions/routing/give-out-waiting.ts';
import { appendToLedger } from '../src/storage/ledger.ts';
import { type Bench, cpuMs, round } from './measure.ts';
import { fileAll, storedMessages } from './parts/file-all.ts';
import { rawInserts } from './parts/raw-inserts.ts';
import { switchOn } from './parts/switch-on.ts';
import { commentBody, openBench } from './workspace.ts';

/** The same comments as in `file`, in a workspace with answer times, rules of work, own words, and agents to give them to. */
export async function benchEverything(bench: Bench): Promise<void> {
  const count = bench.address.kind === 'postgres' ? 30_000 : 15_000;
  const { db, workspaceId } = await openBench(bench);
  await switchOn(db, workspaceId, new Date());
  for (let from = 0; from < count; from += 1000) {
    const arrivals = Array.from({ length: 1000 }, (_, i) => ({
      family: 'meta',
      inboxId: null,
      source: 'webhook',
      headers: { 'content-type': 'application/json' },
      body: commentBody(from + i, count / 2),
      receivedAt: new Date(),
    }));
    await db.alone((tx) => appendToLedger(tx, workspaceId, arrivals));
  }
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
