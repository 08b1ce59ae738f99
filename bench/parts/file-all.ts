import { sql } from 'kysely';
import { fileWaiting } from '../../src/actions/file/filer.ts';
import { understand } from '../../src/actions/understanding/understand.ts';
import { createConnectors } from '../../src/connectors/registry.ts';
import type { WorkspaceId } from '../../src/core/ids.ts';
import type { Database } from '../../src/storage/database.ts';
import { type Bench, cpuMs } from '../measure.ts';

/** Files all that waits with the real filer. `cpu`: milliseconds for each entry, the database's included. */
export async function fileAll(bench: Bench, db: Database, workspaceId: WorkspaceId) {
  const options = {
    db,
    connectors: createConnectors(),
    understand,
    now: () => new Date(),
    signal: new AbortController().signal,
    log: { error: (details: object, message: string) => console.error(message, details) },
  };
  const before = cpuMs(bench.serverPid);
  const start = performance.now();
  let filed = 0;
  for (let taken = 1; taken > 0; filed += taken) taken = await fileWaiting(options, workspaceId);
  const seconds = (performance.now() - start) / 1000;
  return { filed, seconds, cpu: (cpuMs(bench.serverPid) - before) / filed };
}

/** Messages that stand in a conversation. */
export async function storedMessages(db: Database, workspaceId: WorkspaceId): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from messages where workspace_id = ${workspaceId} and conversation_id is not null`.execute(
    db.read,
  );
  return rows[0]?.n ?? 0;
}
