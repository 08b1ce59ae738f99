import { Pool } from 'undici';
import { type Bench, cpuOf, percentile, round } from './measure.ts';
import type { BenchServer } from './parts/server.ts';

/** Asks the same paths over and over, one after another, and gives back how long each answer took, in milliseconds. */
export async function ask(server: BenchServer, paths: readonly string[], times: number): Promise<readonly number[]> {
  const pool = new Pool(server.url, { connections: 1 });
  const latencies: number[] = [];
  for (let nth = 0; nth < times; nth += 1) {
    const path = paths[nth % paths.length] as string;
    const askedAt = performance.now();
    const answer = await pool.request({ method: 'GET', path, headers: { authorization: `Bearer ${server.token}` } });
    const body = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${body.slice(0, 300)}`);
    latencies.push(performance.now() - askedAt);
  }
  await pool.close();
  return latencies;
}

export const p95 = (latencies: readonly number[]): number => percentile(latencies, 0.95);

/** The figures of a bench line for these paths, beside the p95 of a small question. */
export async function askMeasured(
  bench: Bench,
  server: BenchServer,
  paths: readonly string[],
  { times, limit }: { readonly times: number; readonly limit: number },
) {
  const before = cpuOf([server.pid, bench.serverPid]);
  const latencies = await ask(server, paths, times);
  const cpu = (cpuOf([server.pid, bench.serverPid]) - before) / times;
  return {
    database: bench.address.kind,
    value: round(p95(latencies)),
    unit: 'ms p95',
    limit: round(limit),
    ratio: round(p95(latencies) / limit),
    cpuMs: round(cpu, 3),
    p50Ms: round(percentile(latencies, 0.5)),
  };
}
