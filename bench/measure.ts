import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from '../src/storage/database.ts';
import type { DatabaseAddress } from '../src/storage/open.ts';

/** One printed line. `value` in `unit`; `limit`: the raw figure of the same run; `ratio`: value against it; `cpuMs`: per operation, database included. */
export interface Line {
  readonly name: string;
  readonly database: Database['kind'] | 'none';
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly ratio?: number;
  readonly cpuMs?: number;
  readonly [more: string]: unknown;
}

export interface Bench {
  readonly address: DatabaseAddress;
  /** The process id of the database server, when it is one of its own. */
  readonly serverPid: number | null;
  readonly print: (line: Line) => void;
}

const TICK_MS = 10;

/** CPU milliseconds used so far by this process (its threads included), its children and the database server. */
export function cpuMs(serverPid: number | null): number {
  const own = process.cpuUsage();
  return (own.user + own.system) / 1000 + cpuOf([process.pid, serverPid], new Set([process.pid]));
}

/** CPU milliseconds used so far by these processes and all below them. */
export function cpuOf(roots: readonly (number | null)[], except: ReadonlySet<number> = new Set()): number {
  const all = new Map<number, { parent: number; ticks: number }>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readStat(Number(name));
    if (stat) all.set(Number(name), stat);
  }
  const wanted = roots.filter((pid) => pid !== null);
  let ticks = 0;
  for (const [pid, stat] of all) if (!except.has(pid) && isBelow(pid, wanted, all)) ticks += stat.ticks;
  return ticks * TICK_MS;
}

function isBelow(pid: number, roots: readonly number[], parents: ReadonlyMap<number, { parent: number }>): boolean {
  for (let at: number | undefined = pid; at; at = parents.get(at)?.parent) if (roots.includes(at)) return true;
  return false;
}

function readStat(pid: number): { parent: number; ticks: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    // Own time and that of children already gone.
    return { parent: Number(fields[1]), ticks: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) };
  } catch {
    return null;
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
