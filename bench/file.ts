import type { Bench } from './measure.ts';
import { appendComments } from './parts/append-comments.ts';
import { fileAll, requireStored } from './parts/file-all.ts';
import { printFiled } from './parts/print-filed.ts';
import { openBench } from './workspace.ts';

/** Comments of one viral post, filed through everything, against plain batched inserts of the same message rows. */
export async function benchFile(bench: Bench): Promise<void> {
  const count = bench.address.kind === 'postgres' ? 100_000 : 30_000;
  const { db, workspaceId } = await openBench(bench);
  await appendComments(db, workspaceId, count);
  const filed = await fileAll(bench, db, workspaceId);
  await requireStored(db, workspaceId, count);
  await printFiled(bench, db, workspaceId, { name: 'file', count, ...filed });
  await db.close();
}
