import { appendToLedger } from '../src/storage/ledger.ts';
import { type Bench, round } from './measure.ts';
import { fileAll, storedMessages } from './parts/file-all.ts';
import { rawInserts } from './parts/raw-inserts.ts';
import { commentBody, openBench } from './workspace.ts';

/** Comments of one viral post, filed through everything, against plain batched inserts of the same message rows. */
export async function benchFile(bench: Bench): Promise<void> {
  const count = bench.address.kind === 'postgres' ? 100_000 : 30_000;
  const { db, workspaceId } = await openBench(bench);
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
  const { filed, seconds, cpu } = await fileAll(bench, db, workspaceId);
  const stored = await storedMessages(db, workspaceId);
  if (stored !== count) throw new Error(`Filed ${stored} of ${count}.`);
  const limit = await rawInserts(db, workspaceId, count);
  const perSecond = filed / seconds;
  bench.print({
    name: 'file',
    database: db.kind,
    value: round(perSecond, 0),
    unit: 'messages/s',
    limit: round(limit, 0),
    ratio: round(perSecond / limit),
    cpuMs: round(cpu, 3),
    messages: count,
    seconds: round(seconds, 1),
  });
  await db.close();
}
