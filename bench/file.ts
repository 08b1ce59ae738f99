import { type Bench, round } from './measure.ts';
import { appendComments } from './parts/append-comments.ts';
import { fileAll, storedMessages } from './parts/file-all.ts';
import { rawInserts } from './parts/raw-inserts.ts';
import { openBench } from './workspace.ts';

/** Comments of one viral post, filed through everything, against plain batched inserts of the same message rows. */
export async function benchFile(bench: Bench): Promise<void> {
  const count = bench.address.kind === 'postgres' ? 100_000 : 30_000;
  const { db, workspaceId } = await openBench(bench);
  await appendComments(db, workspaceId, count);
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
