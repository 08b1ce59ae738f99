import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { type Bench, cpuOf, percentile, round } from './measure.ts';
import { type BenchServer, signed, startServer } from './parts/server.ts';
import { commentBody } from './workspace.ts';

const SENDERS = 32;
const ROUNDS = 6;
const ROUND_MS = 3000;

interface Round {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/** Webhooks stored and acknowledged by the real server, turn by turn with a bare route that only checks the signature. */
export async function benchAcknowledge(bench: Bench): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-bench-data-'));
  // Prepared before: making and signing bodies is the sender's work, and both ends share this machine.
  const bodies = Array.from({ length: 20_000 }, (_, nth) => signed(commentBody(nth, 5000)));
  const bare = await startServer('bare', null);
  const earshot = await startServer('earshot', bench, { role: 'web', dataFolder });
  try {
    for (const server of [bare, earshot]) await send(server, bodies, 1000);
    const limits: Round[] = [];
    const rounds: Round[] = [];
    let cpu = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      limits.push(await send(bare, bodies, ROUND_MS));
      const before = cpuOf([earshot.pid, bench.serverPid]);
      rounds.push(await send(earshot, bodies, ROUND_MS));
      cpu += cpuOf([earshot.pid, bench.serverPid]) - before;
    }
    const median = (all: readonly Round[]) =>
      percentile(
        all.map(({ perSecond }) => perSecond),
        0.5,
      );
    const latencies = rounds.flatMap((one) => one.latencies);
    bench.print({
      name: 'acknowledge',
      database: bench.address.kind,
      value: round(median(rounds), 0),
      unit: 'webhooks/s',
      limit: round(median(limits), 0),
      ratio: round(median(rounds) / median(limits)),
      cpuMs: round(cpu / latencies.length, 3),
      p50Ms: round(percentile(latencies, 0.5)),
      p99Ms: round(percentile(latencies, 0.99)),
      limitP99Ms: round(
        percentile(
          limits.flatMap((one) => one.latencies),
          0.99,
        ),
      ),
      senders: SENDERS,
    });
  } finally {
    await Promise.all([bare.stop(), earshot.stop()]);
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function send(server: BenchServer, bodies: readonly ReturnType<typeof signed>[], forMs: number): Promise<Round> {
  const pool = new Pool(server.url, { connections: SENDERS, pipelining: 1 });
  const latencies: number[] = [];
  const start = performance.now();
  let next = 0;
  const sender = async () => {
    while (performance.now() - start < forMs) {
      const { body, headers } = bodies[next++ % bodies.length] as (typeof bodies)[number];
      const sentAt = performance.now();
      const answer = await pool.request({ method: 'POST', path: `/webhooks/${server.workspace}/meta`, headers, body });
      await answer.body.dump();
      if (answer.statusCode !== 200) throw new Error(`Answered ${answer.statusCode}.`);
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  const perSecond = latencies.length / ((performance.now() - start) / 1000);
  await pool.close();
  return { perSecond, latencies };
}
