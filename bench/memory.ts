import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, round } from './measure.ts';
import { startServer } from './parts/server.ts';

const QUIET_MS = 15_000;

/** Resident memory of the idle server, started again over a thousand conversations; `limit`: Node with an empty Fastify. */
export async function benchMemory(bench: Bench): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-bench-data-'));
  try {
    // Making a database and its rows takes memory that a server which only serves never takes.
    await (await startServer('earshot', bench, { dataFolder, conversations: 1000 })).stop();
    const bare = await startServer('bare', null);
    const server = await startServer('earshot', bench, { dataFolder });
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const app = residentMb(server.pid);
    const limit = residentMb(bare.pid);
    bench.print({
      name: 'memory',
      database: bench.address.kind,
      value: round(app, 0),
      unit: 'MB',
      limit: round(limit, 0),
      ratio: round(app / limit),
      ...(bench.serverPid ? { databaseServerMb: round(treeMb(bench.serverPid), 0) } : {}),
    });
    await Promise.all([bare.stop(), server.stop()]);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** Proportional shares: PostgreSQL's processes share most of what they hold. */
function treeMb(root: number): number {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(pids.map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === root || isBelow(parents.get(pid)));
  return pids.filter(isBelow).reduce((sum, pid) => sum + proportionalMb(pid), 0);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[1],
    );
  } catch {
    return undefined;
  }
}

function proportionalMb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
