import type { WorkspaceId } from '../../src/core/ids.ts';
import type { Database } from '../../src/storage/database.ts';
import { type Bench, round } from '../measure.ts';
import { rawInserts } from './raw-inserts.ts';

/** How `count` messages were filed: `cpu` in milliseconds for each, beside plain inserts of as many of the same rows. */
export async function printFiled(
  bench: Bench,
  db: Database,
  workspaceId: WorkspaceId,
  filed: { readonly name: string; readonly count: number; readonly seconds: number; readonly cpu: number },
  more: Readonly<Record<string, number>> = {},
): Promise<void> {
  const { name, count, seconds, cpu } = filed;
  const perSecond = count / seconds;
  const limit = await rawInserts(db, workspaceId, count);
  bench.print({
    name,
    database: db.kind,
    value: round(perSecond, 0),
    unit: 'messages/s',
    limit: round(limit, 0),
    ratio: round(perSecond / limit),
    cpuMs: round(cpu, 3),
    messages: count,
    ...more,
    seconds: round(seconds, 1),
  });
}
