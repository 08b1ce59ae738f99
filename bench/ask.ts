import { Pool } from 'undici';
import { percentile } from './measure.ts';
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
