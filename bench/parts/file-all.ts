import { sql } from 'kysely';
import { fileWaiting } from '../../src/actions/file/filer.ts';
import { triageDue } from '../../src/actions/triage/triage-due.ts';
import { understand } from '../../src/actions/understanding/understand.ts';
import { createConnectors } from '../../src/connectors/registry.ts';
import type { WorkspaceId } from '../../src/core/ids.ts';
import type { Database } from '../../src/storage/database.ts';
import { rememberOwn } from '../../src/storage/learning/own.ts';
import { type Bench, cpuMs } from '../measure.ts';

/** Files all that waits with the real filer, and decides what follows beside it. `cpu`: milliseconds for each entry, the database's included. */
export async function fileAll(bench: Bench, db: Database, workspaceId: WorkspaceId) {
  const options = {
    db,
    connectors: createConnectors(),
    understand,
    ownOf: rememberOwn(db.read),
    now: () => new Date(),
    signal: new AbortController().signal,
    log: { error: (details: object, message: string) => console.error(message, details) },
  };
  const before = cpuMs(bench.serverPid);
  const start = performance.now();
  let filed = 0;
  let isFiled = false;
  const decided = decideBeside(db, workspaceId, () => isFiled);
  for (let taken = 1; taken > 0; filed += taken) taken = await fileWaiting(options, workspaceId);
  isFiled = true;
  await decided;
  const seconds = (performance.now() - start) / 1000;
  return { filed, seconds, cpu: (cpuMs(bench.serverPid) - before) / filed };
}

/** What the worker's triager does, until all is filed and nothing is left to decide. */
async function decideBeside(db: Database, workspaceId: WorkspaceId, isFiled: () => boolean): Promise<void> {
  for (;;) {
    const isLast = isFiled();
    const decided = await triageDue(db, workspaceId, new Date());
    if (decided === 0 && isLast) return;
    if (decided === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @throws where another number of messages stands in conversations */
export async function requireStored(db: Database, workspaceId: WorkspaceId, count: number): Promise<void> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from messages where workspace_id = ${workspaceId} and conversation_id is not null`.execute(
    db.read,
  );
  if (rows[0]?.n !== count) throw new Error(`Filed ${rows[0]?.n} of ${count}.`);
}
